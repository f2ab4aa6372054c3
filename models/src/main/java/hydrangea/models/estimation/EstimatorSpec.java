package hydrangea.models.estimation;

import hydrangea.models.family.TransitionFamily;

/** Which estimate of W: an immutable record, valid once constructed. */
public sealed interface EstimatorSpec
    permits MaximumLikelihood.Spec, ScoreMatching.Spec, EstimatorSpec.Open {
  /**
   * An estimator that has seen nothing.
   *
   * @param features f
   */
  Estimator build(TransitionFamily family, int features);

  /** The place for estimators from outside this catalogue. */
  non-sealed interface Open extends EstimatorSpec {}
}
