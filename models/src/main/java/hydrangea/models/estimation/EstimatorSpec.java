package hydrangea.models.estimation;

import hydrangea.models.Matrix;
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

  /** The estimate from all of {@code transitions}. */
  default Matrix estimate(TransitionFamily family, Sample transitions) {
    Estimator estimator = build(family, transitions.phi().columns);
    for (int t = 0; t < transitions.phi().rows; t++) {
      estimator.add(transitions.phi().row(t), transitions.next().row(t));
    }
    return estimator.estimate();
  }

  /** The place for estimators from outside this catalogue. */
  non-sealed interface Open extends EstimatorSpec {}
}
