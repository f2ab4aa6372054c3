package hydrangea.models.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransitionModelTest {
  private static final int COUNT = 20_000;

  /** Two coordinates of two kinds and widths; phi = [s_1, s_2, a]. */
  private static final TransitionModel MODEL =
      new TransitionModel(
          new TransitionFamily(
              List.of(new Normal(.01), new ExpRelu(1)), new Features.IdentityFeatures()),
          new Sampling.Exact());

  private static final Matrix W =
      Matrix.of(new double[] {1, 0, 2}, new double[] {0, 1, .5}, new double[] {1, 1, 1});

  @Test
  void densities_anyState_haveNaturalParametersWPhi() {
    var densities = MODEL.with(W).densities(new double[] {.5, -.25}, -1);

    assertThat(densities.get(0).mean()).isCloseTo(.5 - 2, within(1e-12));
    assertThat(densities.get(1)).isEqualTo(new ExpRelu(1).at(-.25 - .5, .5 - .25 - 1));
  }

  @Test
  void sample_manyOfOneState_followItsDensities() {
    double[] next = drawn(MODEL.with(W), .5, -.25, -1);

    var densities = MODEL.with(W).densities(new double[] {.5, -.25}, -1);
    for (int i = 0; i < 2; i++) {
      double sum = 0;
      for (int t = 0; t < COUNT; t++) {
        sum += next[2 * t + i];
      }
      double error = Math.sqrt(densities.get(i).variance() / COUNT);
      assertThat(sum / COUNT).isCloseTo(densities.get(i).mean(), within(4 * error));
    }
  }

  @Test
  void sample_weightsZero_isTheBaseAlone() {
    double[] next = drawn(MODEL, .5, -.25, -1);

    assertThat(next).isEqualTo(drawn(MODEL, 3, 4, 1));
  }

  @Test
  void with_otherShape_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.with(new Matrix(2, 3)))
        .withMessage("W must be [3, 3], is [2, 3]");
  }

  private static double[] drawn(TransitionModel model, double one, double other, double push) {
    double[] states = Matrix.repeated(new double[] {one, other}, COUNT).data;
    double[] pushes = Matrix.filled(COUNT, 1, push).data;
    // in place: next states may overwrite the states
    model.sample(states, pushes, COUNT, states, model.scratch(COUNT), new Seeds(3).generator());
    return states;
  }
}
