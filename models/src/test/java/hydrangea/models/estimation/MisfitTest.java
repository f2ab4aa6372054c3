package hydrangea.models.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.family.Exponential;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Normal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MisfitTest {
  @Test
  void error_isTheFrobeniusNorm() {
    var one = Matrix.of(new double[] {1, 2}, new double[] {3, 4});
    var other = Matrix.of(new double[] {1, 0}, new double[] {4, 2});
    assertThat(Misfit.error(one, other)).isCloseTo(3, within(1e-15));
  }

  /** Rates a and b: the densities cross at {@code log(a / b) / (a - b)}, however far out b lies. */
  @Test
  void distances_exponentials_areTheClosedForm() {
    for (double b : new double[] {1, .1, 1e-6}) {
      double crossing = Math.log(2 / b) / (2 - b);
      double expected = Math.exp(-b * crossing) - Math.exp(-2 * crossing);
      assertThat(distance(new Exponential(), -2, -b)).isCloseTo(expected, within(1e-10));
    }
  }

  @Test
  void distances_noDensity_areOne() {
    assertThat(distance(new Exponential(), -2, 0)).isEqualTo(1);
  }

  /** Over the two coordinates' own inputs: the second's estimate is right. */
  @Test
  void distances_severalCoordinatesAndInputs_areMeansOverInputs() {
    var truth =
        new Transitions(
                List.of(new Normal(1), new Normal(1)),
                new Features.ConstantFeatures(1),
                List.of(List.of(1.0), List.of(2.0)))
            .model();
    double[] means = Misfit.distances(Matrix.column(3, 2), truth, Matrix.column(1, 0));
    double apart = 2 * new Normal(1).at(0).cdf(1) - 1; // means 1 and 3, and at the other input 0
    assertThat(means).containsExactly(new double[] {apart / 2, 0}, within(1e-12));
  }

  private static double distance(Family family, double v, double estimated) {
    var truth =
        new Transitions(List.of(family), new Features.ConstantFeatures(1), List.of(List.of(v)))
            .model();
    return Misfit.distances(Matrix.column(estimated), truth, Matrix.column(1))[0];
  }
}
