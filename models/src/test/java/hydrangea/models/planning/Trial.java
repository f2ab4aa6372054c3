package hydrangea.models.planning;

import hydrangea.envs.CustomSinMdp;
import hydrangea.models.Seeds;
import hydrangea.models.estimation.EstimatorSpec;
import hydrangea.models.estimation.MaximumLikelihood;
import hydrangea.models.estimation.ScoreMatching;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.Normal;
import hydrangea.models.family.Sampling;
import hydrangea.models.family.TransitionFamily;

/** The published comparison: horizon 10, lookahead 5, 100 trials, lambda 1e-4. */
final class Trial {
  static final CustomSinMdp.Spec CUSTOM_SIN = new CustomSinMdp.Spec(4, 1.7, 10);
  static final EstimatorSpec SCORE_MATCHING =
      new ScoreMatching.Spec(1e-4, ScoreMatching.Coordinates.APART);

  enum Method {
    GROUND_TRUTH,
    SCORE_MATCHING,
    LDS,
    MLE
  }

  private Trial() {}

  static ModelBasedLearning customSin(Method method, Seeds seeds) {
    return new ModelBasedLearning(
        CUSTOM_SIN,
        new RandomShooting.Spec(5, 100, RandomShooting.Sequences.ALL_ONES),
        knowledge(method),
        seeds);
  }

  static Knowledge knowledge(Method method) {
    return switch (method) {
      case GROUND_TRUTH -> Knowledge.truth(CUSTOM_SIN);
      case SCORE_MATCHING -> learned(new CustomSin(4, 1.7, Interval.LINE), SCORE_MATCHING);
      case LDS -> learned(new Normal(1), SCORE_MATCHING);
      case MLE ->
          learned(new CustomSin(4, 1.7, Interval.LINE), new MaximumLikelihood.Spec(1e-4, 50));
    };
  }

  private static Knowledge learned(Family family, EstimatorSpec estimator) {
    return Knowledge.learned(
        CUSTOM_SIN.queryable(),
        TransitionFamily.of(family, 1, new Features.IdentityFeatures()),
        new Sampling.Exact(),
        estimator);
  }
}
