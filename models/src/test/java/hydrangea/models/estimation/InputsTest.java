package hydrangea.models.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.Normal;
import hydrangea.models.family.TransitionModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InputsTest {
  private static final Draw SIGNS = new Draw.OneOf(List.of(-1.0, 1.0));
  private static final TransitionModel TWO =
      new Transitions(
              List.of(new CustomSin(4, 1.7, Interval.LINE), new Normal(.01)),
              new Features.IdentityFeatures(),
              List.of(List.of(1.0, 0.0, 1.0), List.of(0.0, 0.5, 2.0)))
          .model();

  private static Sample sample(Inputs inputs, int count) {
    return inputs.sample(TWO, count, new Seeds(1).generator());
  }

  @Test
  void independent_drawsEveryCoordinateAnew() {
    Matrix phi = sample(new Inputs.Independent(new Draw.Between(1, 3), SIGNS), 4000).phi();
    assertThat(Arrays.stream(phi.columns(0, 2).data)).allMatch(s -> s >= 1 && s < 3);
    assertThat(phi.columns(2, 3).data).containsOnly(-1, 1);
    for (int i = 0; i < 2; i++) {
      Matrix column = phi.columns(i, i + 1);
      assertThat(column.mean()).isCloseTo(2, within(.03)); // three standard errors
      assertThat(variance(column)).isCloseTo(1 / 3.0, within(.015));
    }
    assertThat(phi.columns(2, 3).mean()).isCloseTo(0, within(.05));
    assertThat(phi.columns(0, 1)).isNotEqualTo(phi.columns(1, 2));
  }

  private static double variance(Matrix column) {
    double mean = column.mean();
    return Arrays.stream(column.data).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }

  /** The normal coordinate tells which state and action each transition started from. */
  @Test
  void nextStates_areThoseOfTheirInputs() {
    for (Inputs inputs :
        List.of(
            new Inputs.Independent(new Draw.Between(-1, 1), SIGNS),
            new Inputs.Sequential(new Draw.Between(-1, 1), SIGNS))) {
      Sample sample = sample(inputs, 500);
      var off = new Matrix(500, 1);
      for (int t = 0; t < 500; t++) {
        double mean = .5 * sample.phi().at(t, 1) + 2 * sample.phi().at(t, 2);
        off.data[t] = sample.next().at(t, 1) - mean;
      }
      assertThat(off.mean()).isCloseTo(0, within(.014));
      assertThat(variance(off)).isCloseTo(.01, within(.002));
    }
  }

  @Test
  void sequential_startsWhereTheLastTransitionLed() {
    Sample sample = sample(new Inputs.Sequential(new Draw.Between(7, 8), SIGNS), 100);
    assertThat(sample.phi().row(0)[0]).isBetween(7.0, 8.0);
    assertThat(sample.phi().rows(1, 100).columns(0, 2)).isEqualTo(sample.next().rows(0, 99));
  }

  @Test
  void sequential_episodeThatRunsAway_isRefused() {
    var truth =
        new Transitions(
            List.of(new Normal(1)), new Features.IdentityFeatures(), List.of(List.of(9.0, 1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Inputs.Sequential(new Draw.Between(1, 2), SIGNS)
                    .sample(truth.model(), 1000, new Seeds(0).generator()))
        .withMessageMatching(
            "one long episode runs away: its state is \\[Infinity] after 3\\d\\d steps;"
                + " take a smaller w");
  }

  @Test
  void middle_isTheCentreOrTheLastValue() {
    double[] phi = new Inputs.Independent(new Draw.Between(-1, 4), SIGNS).middle(TWO);
    assertThat(phi).containsExactly(1.5, 1.5, 1);
  }

  @Test
  void draw_withoutRoom_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Draw.Between(2, 2))
        .withMessage("between needs lower < upper, both finite, but lower is 2.0 and upper 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Draw.Between(0, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Draw.OneOf(List.of()))
        .withMessage("values must be at least one, all finite, were []");
    assertThatIllegalArgumentException().isThrownBy(() -> new Draw.OneOf(List.of(1.0, Double.NaN)));
  }

  @Test
  void transitions_wOfAnotherShape_isRefusedWithTheShapeThatIsWanted() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Transitions(
                    List.of(new Normal(1), new Normal(1)),
                    new Features.IdentityFeatures(),
                    List.of(List.of(1.0, 1.0))))
        .withMessage(
            "w must have a row for each statistic of the families and in it a number for each"
                + " feature, 2 rows of 3 numbers, but has 1 rows, of [2] numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Transitions(List.of(), new Features.IdentityFeatures(), List.of()))
        .withMessage("families must be at least one, for a coordinate each");
  }
}
