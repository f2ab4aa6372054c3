package hydrangea.models.training;

import static hydrangea.models.training.EstimateTrial.always;
import static hydrangea.models.training.EstimateTrial.both;
import static hydrangea.models.training.EstimateTrial.constant;
import static hydrangea.models.training.EstimateTrial.linear;
import static hydrangea.models.training.EstimateTrial.numbers;
import static hydrangea.models.training.EstimateTrial.results;
import static hydrangea.models.training.EstimateTrial.spec;
import static hydrangea.models.training.Told.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.estimation.Inputs;
import hydrangea.models.estimation.Transitions;
import hydrangea.models.family.Beta;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.ExpRelu;
import hydrangea.models.family.ExpSin;
import hydrangea.models.family.Exponential;
import hydrangea.models.family.Interval;
import hydrangea.models.family.MogLike;
import hydrangea.models.family.Normal;
import hydrangea.models.family.SinSquared;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published fits of one-dimensional densities to 10,000 samples, means over five runs. */
final class DensityFitsTest {
  @Test
  void bothEstimators_smoothDensities_comeWithinTwelveThousandths() {
    assertNear(linear(new Normal(1), 0, 1), always(2, 1));
    assertNear(linear(new CustomSin(4, 1.7, new Interval(-6, 6)), 0, 1), always(2, 1));
    assertNear(linear(new SinSquared(2, new Interval(-8, 8)), 0, 1), always(2, 2));
    assertNear(linear(new ExpSin(1, new Interval(-15, 6)), 0, 1), always(2, 1));
    assertNear(linear(new MogLike(2, new Interval(-10, 10)), 1, 1), always(1, 0.5));
  }

  private static void assertNear(Transitions truth, Inputs inputs) {
    Map<String, Object> results = fits(truth, inputs, 5, 1e-2);
    assertThat(number(results, "tvd_sm")).isBetween(1e-4, .012);
    assertThat(number(results, "tvd_mle")).isBetween(1e-4, .012);
    assertThat(results).doesNotContainKey("note");
  }

  /** Where the density touches the border, score matching's integration by parts leaves a term. */
  @Test
  void scoreMatching_beta_isBiased() {
    Map<String, Object> results =
        fits(constant(new Beta(), List.of(1.0, 4.0)), always(0, 0), 20, 1e-5);
    assertThat(number(results, "tvd_sm")).isBetween(.025, .04); // a NumPy twin has .0344
    assertThat(number(results, "tvd_mle")).isLessThan(.012);
    assertThat(results.get("note"))
        .asString()
        .contains("at 0.0, an end of beta's support, p psi' jumps by 30.0");
  }

  /**
   * Nor does a kink bear integration by parts: of normals of means -1 and 1 that meet at 0 it finds
   * the means of the halves, {@code 1 + phi(1) / Phi(1) = 1.28760} from 0.
   */
  @Test
  void scoreMatching_kink_isBiased() {
    Map<String, Object> results =
        fits(constant(new ExpRelu(1), List.of(-1.0, 2.0)), always(0, 0), 5, 1e-5);
    assertThat(number(results, "tvd_mle")).isLessThan(.012);
    assertThat(numbers(results, "w_hat"))
        .containsExactly(new double[] {-1.2876, 2 * 1.2876}, within(.03));
    assertThat(results.get("note")).asString().contains("a kink of expRelu's psi");
  }

  /** As published: with all the mass at the border nothing is left of it. */
  @Test
  void scoreMatching_exponential_fails() {
    Map<String, Object> results =
        fits(constant(new Exponential(), List.of(-2.0)), always(0, 0), 5, 1e-2);
    assertThat(number(results, "tvd_sm")).isEqualTo(1);
    assertThat(numbers(results, "w_hat")).containsExactly(new double[] {0}, within(1e-12));
    assertThat(number(results, "tvd_mle")).isLessThan(.012);
  }

  private static Map<String, Object> fits(
      Transitions truth, Inputs inputs, int runs, double lambda) {
    return results(spec(truth, inputs, List.of(10_000), runs, both(lambda)));
  }
}
