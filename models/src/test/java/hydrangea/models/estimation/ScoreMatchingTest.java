package hydrangea.models.estimation;

import static hydrangea.models.estimation.ScoreMatching.Coordinates.APART;
import static hydrangea.models.estimation.ScoreMatching.Coordinates.TOGETHER;
import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.ExpSin;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.MogLike;
import hydrangea.models.family.MogRelu;
import hydrangea.models.family.Normal;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScoreMatchingTest {
  private static final TransitionFamily CUSTOM_SIN =
      TransitionFamily.of(new CustomSin(4, 1.7, Interval.LINE), 1, new Features.IdentityFeatures());

  /** Two coordinates of different kinds, three statistics. */
  private static final TransitionFamily MIXED =
      new TransitionFamily(
          List.of(new MogLike(2, new Interval(-10, 10)), new ExpSin(1, new Interval(-15, 6))),
          new Features.IdentityFeatures());

  private static final Matrix MIXED_W =
      Matrix.of(new double[] {1, -.5, .3}, new double[] {.4, .2, .6}, new double[] {-.3, .8, .5});

  static List<JsonObject> customSin() {
    return Golden.objects(Golden.json("score_matching.json").get("custom_sin"));
  }

  static List<JsonObject> linearGaussian() {
    return Golden.objects(Golden.json("score_matching.json").get("linear_gaussian"));
  }

  @ParameterizedTest
  @MethodSource("customSin")
  void estimate_referenceTransitions_isTheReferenceW(JsonObject row) {
    double lambda = row.get("lambda_").getAsDouble();

    assertClose(estimate(CUSTOM_SIN, lambda), Golden.row(row.get("W")), 1e-10);
  }

  @ParameterizedTest
  @MethodSource("linearGaussian")
  void estimate_normalFamily_isRidgeRegression(JsonObject row) {
    double variance = row.get("variance").getAsDouble();
    double lambda = row.get("lambda_").getAsDouble();
    var normal = TransitionFamily.of(new Normal(variance), 1, new Features.IdentityFeatures());

    Matrix w = estimate(normal, lambda);

    assertClose(w, Golden.row(row.get("W")), 1e-10);
    assertClose(w, ridge(Transition.golden(), lambda * variance * variance), 1e-10);
  }

  /** {@code (Phi^T Phi + lambda I)^-1 Phi^T s'} by Cramer's rule. */
  private static Matrix ridge(List<Transition> transitions, double lambda) {
    double a = lambda;
    double b = 0;
    double d = lambda;
    double p = 0;
    double q = 0;
    for (var each : transitions) {
      a += each.phi()[0] * each.phi()[0];
      b += each.phi()[0] * each.phi()[1];
      d += each.phi()[1] * each.phi()[1];
      p += each.phi()[0] * each.next()[0];
      q += each.phi()[1] * each.next()[0];
    }
    double determinant = a * d - b * b;
    return Matrix.of(new double[] {(d * p - b * q) / determinant, (a * q - b * p) / determinant});
  }

  /** The objective itself, at the estimate and around it: nothing is lower. */
  @ParameterizedTest
  @ValueSource(doubles = {0, .5, 20})
  void estimate_anyFamily_minimisesHyvarinensObjective(double lambda) {
    var transitions = Transition.drawn(MIXED, MIXED_W, 400, new Seeds(3));
    Matrix w = Transition.estimate(new ScoreMatching.Spec(lambda, APART), MIXED, transitions);
    double least = objective(w, transitions, lambda);

    for (int at = 0; at < w.data.length; at++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        var moved = new Matrix(w.rows, w.columns, w.data.clone());
        moved.data[at] += step;
        assertThat(objective(moved, transitions, lambda)).isGreaterThan(least);
      }
    }
  }

  private static double objective(Matrix w, List<Transition> transitions, double lambda) {
    int[] rows = MIXED.rows();
    double sum = 0;
    for (double each : w.data) {
      sum += 0.5 * lambda * each * each;
    }
    for (var each : transitions) {
      for (int i = 0; i < MIXED.dimension(); i++) {
        var family = MIXED.coordinates().get(i);
        double slope = family.base().slope(each.next()[i]);
        double curvature = 0; // that of log q moves nothing
        for (int k = rows[i]; k < rows[i + 1]; k++) {
          double v = 0;
          for (int l = 0; l < w.columns; l++) {
            v += w.at(k, l) * each.phi()[l];
          }
          slope += v * family.psiSlope(each.next()[i])[k - rows[i]];
          curvature += v * family.psiCurvature(each.next()[i])[k - rows[i]];
        }
        sum += 0.5 * slope * slope + curvature;
      }
    }
    return sum;
  }

  @Test
  void estimate_coordinatesTogether_isTheSame() {
    var transitions = Transition.drawn(MIXED, MIXED_W, 300, new Seeds(4));

    assertClose(
        Transition.estimate(new ScoreMatching.Spec(1e-3, TOGETHER), MIXED, transitions),
        Transition.estimate(new ScoreMatching.Spec(1e-3, APART), MIXED, transitions),
        1e-10);
  }

  @Test
  void estimate_threeCoordinates_findsW() {
    var family =
        TransitionFamily.of(
            new CustomSin(4, 1.7, Interval.LINE), 3, new Features.IdentityFeatures());
    var w = new Matrix(3, 4, new Seeds(9).uniform(3, 4).data);
    var transitions = Transition.drawn(family, w, 20_000, new Seeds(5));

    Matrix found = Transition.estimate(new ScoreMatching.Spec(1e-5, APART), family, transitions);

    assertThat(found.data).containsExactly(w.data, within(.1));
  }

  @Test
  void estimate_inBetween_changesNothing() {
    var spec = new ScoreMatching.Spec(1e-4, APART);
    var estimator = spec.build(CUSTOM_SIN, 2);
    for (var each : Transition.golden()) {
      estimator.add(each.phi(), each.next());
      estimator.estimate();
    }

    assertThat(estimator.estimate())
        .isEqualTo(Transition.estimate(spec, CUSTOM_SIN, Transition.golden()));
  }

  @Test
  void exchange_halfWay_goesOnAlike() {
    var spec = new ScoreMatching.Spec(1e-4, APART);
    var transitions = Transition.golden();
    var first = spec.build(CUSTOM_SIN, 2);
    transitions.subList(0, 200).forEach(each -> first.add(each.phi(), each.next()));

    var second = spec.build(CUSTOM_SIN, 2);
    MapStore.copy(first, second);
    transitions.subList(200, 500).forEach(each -> second.add(each.phi(), each.next()));

    assertThat(second.estimate()).isEqualTo(Transition.estimate(spec, CUSTOM_SIN, transitions));
  }

  @Test
  void estimate_tooFewTransitions_saysHowMany() {
    var estimator = new ScoreMatching.Spec(0, APART).build(CUSTOM_SIN, 2);
    estimator.add(new double[] {1, 1}, new double[] {.3});

    assertThatIllegalArgumentException()
        .isThrownBy(estimator::estimate)
        .withMessage(
            "1 transitions do not determine 2 weights: add transitions, or take lambda > 0");
  }

  @Test
  void estimate_dependentStatistics_namesTheWeight() {
    var family = TransitionFamily.of(new MogRelu(1), 1, new Features.ConstantFeatures(1));
    var transitions = Transition.drawn(family, Matrix.column(.3, 1, 1.5), 100, new Seeds(6));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Transition.estimate(new ScoreMatching.Spec(0, APART), family, transitions))
        .withMessageStartingWith("the system is singular at W[2, 0], pivot ")
        .withMessageEndingWith("its statistics or features depend on each other; take lambda > 0");
    Matrix w = Transition.estimate(new ScoreMatching.Spec(1e-2, APART), family, transitions);
    assertThat(w.data).doesNotContain(Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-4, Double.NaN})
  void spec_negativeLambda_isRefused(double lambda) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreMatching.Spec(lambda, APART))
        .withMessage("lambda must be finite and not negative, was " + lambda);
  }

  private static Matrix estimate(TransitionFamily family, double lambda) {
    return Transition.estimate(new ScoreMatching.Spec(lambda, APART), family, Transition.golden());
  }
}
