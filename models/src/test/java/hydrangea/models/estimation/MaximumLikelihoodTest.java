package hydrangea.models.estimation;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.family.Beta;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Exponential;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.MogLike;
import hydrangea.models.family.Normal;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MaximumLikelihoodTest {
  private static final EstimatorSpec PLAIN = new MaximumLikelihood.Spec(0, 50);
  private static final TransitionFamily CUSTOM_SIN =
      TransitionFamily.of(new CustomSin(4, 1.7, Interval.LINE), 1, new Features.IdentityFeatures());

  @Test
  void estimate_referenceTransitions_isTheReferenceW() {
    var golden = Golden.json("score_matching.json").getAsJsonObject("maximum_likelihood");

    Matrix w = Transition.estimate(PLAIN, CUSTOM_SIN, Transition.golden());

    assertThat(w.data).containsExactly(Golden.numbers(golden.get("W")), within(1e-8));
  }

  /** log p is quadratic: its maximum is least squares, with lambda ridge regression. */
  @Test
  void estimate_normalFamily_isRidgeRegression() {
    var normal = TransitionFamily.of(new Normal(.25), 1, new Features.IdentityFeatures());
    var ridge = new ScoreMatching.Spec(2 / .25, ScoreMatching.Coordinates.APART);

    assertClose(
        Transition.estimate(new MaximumLikelihood.Spec(2, 50), normal, Transition.golden()),
        Transition.estimate(ridge, normal, Transition.golden()),
        1e-9);
  }

  /** The largest likelihood of an exponential density: one over the mean. */
  @Test
  void estimate_exponential_isOneOverTheMean() {
    var family = TransitionFamily.of(new Exponential(), 1, new Features.ConstantFeatures(2));
    var drawn = Transition.drawn(family, Matrix.column(-1), 1000, new Seeds(1));
    double mean = drawn.stream().mapToDouble(each -> each.next()[0]).average().orElseThrow();

    Matrix w = Transition.estimate(PLAIN, family, drawn);

    assertThat(w.data[0]).isCloseTo(-1 / mean / 2, within(1e-9));
  }

  @Test
  void estimate_twoStatistics_findsBoth() {
    assertFinds(new Beta(), Matrix.column(1, 4), .15);
    assertFinds(new MogLike(2, new Interval(-10, 10)), Matrix.column(1.5, 1.5), .1);
  }

  private static void assertFinds(Family family, Matrix w, double error) {
    var one = TransitionFamily.of(family, 1, new Features.ConstantFeatures(1));
    var drawn = Transition.drawn(one, w, 10_000, new Seeds(2));

    assertThat(Transition.estimate(PLAIN, one, drawn).data).containsExactly(w.data, within(error));
  }

  /** Ten thousand roundings to the same side once hid the top: it did not settle. */
  @Test
  void estimate_oneInputManyTimes_settles() {
    List<Double> ones = List.of(1.0, 1.0);
    var features = new Features.IdentityFeatures();
    var truth =
        new Transitions(
            List.of(new MogLike(2, new Interval(-10, 10))), features, List.of(ones, ones));
    int count = 10_000;
    var next = new Matrix(count, 1);
    var scratch = truth.model().scratch(count);
    double[] one = Matrix.filled(count, 1, 1).data;
    truth.model().sample(one, one, count, next.data, scratch, new Seeds(36).generator());
    var sample = new Sample(new Matrix(count, 2, scratch.phi), next);

    double[] w =
        new MaximumLikelihood.Spec(1e-4, 100).estimate(truth.model().family(), sample).data;

    assertThat(w[0] + w[1]).isCloseTo(2, within(.1));
    assertThat(w[2] + w[3]).isCloseTo(2, within(.1));
  }

  @Test
  void likelihood_gradientAndCurvature_areThoseOfDifferences() {
    var family = new MogLike(2, new Interval(-10, 10));
    double[][] phi = {{1, .2}, {-.4, 1}, {1, .2}, {.3, -2}};
    var likelihood = new Likelihood(family, phi, new double[] {.5, -1, .1, 2}, .7);
    var w = Matrix.of(new double[] {.3, -.2, .5, .1});

    var here = likelihood.at(w.data);
    Matrix slope = Differences.gradient(moved -> likelihood.at(moved.data).value, w);
    assertClose(here.gradient, slope.data, 1e-7);
    for (int i = 0; i < 4; i++) {
      int row = i;
      Matrix bend = Differences.gradient(moved -> likelihood.at(moved.data).gradient[row], w);
      for (int j = 0; j < 4; j++) {
        assertClose(-here.curvature[i * 4 + j], bend.data[j], 1e-7);
      }
    }
  }

  @Test
  void exchange_halfWay_goesOnAlike() {
    var transitions = Transition.golden().subList(0, 60);
    var first = PLAIN.build(CUSTOM_SIN, 2);
    transitions.subList(0, 20).forEach(each -> first.add(each.phi(), each.next()));

    var second = PLAIN.build(CUSTOM_SIN, 2);
    MapStore.copy(first, second);
    transitions.subList(20, 60).forEach(each -> second.add(each.phi(), each.next()));

    assertThat(second.estimate()).isEqualTo(Transition.estimate(PLAIN, CUSTOM_SIN, transitions));
  }

  @Test
  void estimate_whatCannotBeDone_saysWhy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.build(CUSTOM_SIN, 2).estimate())
        .withMessage("no transitions to estimate from: add some before");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transition.estimate(PLAIN, CUSTOM_SIN, Transition.golden().subList(0, 1)))
        .withMessageStartingWith("the system is singular at W[0, 1], pivot ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Transition.estimate(
                    new MaximumLikelihood.Spec(0, 2), CUSTOM_SIN, Transition.golden()))
        .withMessage(
            "maximum likelihood did not settle in 2 iterations for 2 weights:"
                + " take more, or a larger lambda");
    var exponential = TransitionFamily.of(new Exponential(), 1, new Features.IdentityFeatures());
    var both =
        List.of(
            new Transition(new double[] {1}, new double[] {1}),
            new Transition(new double[] {-1}, new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transition.estimate(PLAIN, exponential, both))
        .withMessageStartingWith("maximum likelihood finds no weights to start from");
  }
}
