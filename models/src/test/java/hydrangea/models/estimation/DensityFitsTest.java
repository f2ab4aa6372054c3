package hydrangea.models.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.family.Beta;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.ExpSin;
import hydrangea.models.family.Exponential;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.MogLike;
import hydrangea.models.family.Normal;
import hydrangea.models.family.SinSquared;
import hydrangea.models.family.TotalVariation;
import hydrangea.models.family.TransitionFamily;
import org.junit.jupiter.api.Test;

/** The published fits of one-dimensional densities to 10,000 samples, means over five seeds. */
final class DensityFitsTest {
  private static final Interval NEAR = new Interval(-6, 6);

  @Test
  void scoreMatching_smoothDensities_comesWithinTwelveThousandths() {
    assertThat(distance(new Normal(1), NEAR.with(new Interval(-8, 10)), 1e-9, 1)).isLessThan(.012);
    assertThat(distance(new CustomSin(4, 1.7, NEAR), NEAR, 1e-2, 1)).isLessThan(.012);
    var wide = new Interval(-8, 8);
    assertThat(distance(new SinSquared(2, wide), wide, 1e-2, 2)).isLessThan(.012);
    var lopsided = new Interval(-15, 6);
    assertThat(distance(new ExpSin(1, lopsided), lopsided, 1e-2, 1)).isLessThan(.012);
    var ten = new Interval(-10, 10);
    assertThat(distance(new MogLike(2, ten), ten, 1e-2, 1.5, 1.5)).isLessThan(.012);
  }

  /** Its variance is larger where the density almost touches the border. */
  @Test
  void scoreMatching_beta_isHarder() {
    assertThat(distance(new Beta(), new Interval(0, 1), 1e-5, 1, 4)).isBetween(.01, .05);
  }

  /** As published: mass at the border leaves a term that score matching does not see. */
  @Test
  void scoreMatching_exponential_fails() {
    assertThat(estimate(score(1e-2), new Exponential(), 0, -2).data[0]).isGreaterThan(-1e-3);
    var likelihood = estimate(new MaximumLikelihood.Spec(0, 50), new Exponential(), 0, -2);
    assertThat(
            TotalVariation.between(
                new Exponential().at(-2),
                new Exponential().at(likelihood.data),
                new Interval(0, 30)))
        .isLessThan(.03);
  }

  private static double distance(Family family, Interval where, double lambda, double... v) {
    double sum = 0;
    for (int seed = 0; seed < 5; seed++) {
      Matrix w = estimate(score(lambda), family, seed, v);
      sum += TotalVariation.between(family.at(v), family.at(w.data), where);
    }
    return sum / 5;
  }

  private static EstimatorSpec score(double lambda) {
    return new ScoreMatching.Spec(lambda, ScoreMatching.Coordinates.APART);
  }

  private static Matrix estimate(EstimatorSpec spec, Family family, long seed, double... v) {
    var one = TransitionFamily.of(family, 1, new Features.ConstantFeatures(1));
    var drawn = Transition.drawn(one, Matrix.column(v), 10_000, new Seeds(seed));
    return Transition.estimate(spec, one, drawn);
  }
}
