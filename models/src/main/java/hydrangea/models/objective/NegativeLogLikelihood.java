package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Density;
import hydrangea.models.target.Sampled;

/**
 * Maximum likelihood of given actions, the forward KL divergence up to the entropy of the data: a
 * policy of one mode straddles all modes of the target. The formula is {@link
 * hydrangea.models.loss.NegativeLogLikelihood}.
 */
public record NegativeLogLikelihood() implements Matching<Density>, FitObjective<Density, Sampled> {
  @Override
  public Metrics loss(
      Density actor, Matrix obs, Matrix actions, Matrix rowWeight, Seeds seeds, Gradient into) {
    Pass pass = actor.logDensity(obs, actions);
    Loss loss = hydrangea.models.loss.NegativeLogLikelihood.loss(pass.value(), rowWeight);
    pass.backward(loss.gradient(), into);
    return Metrics.loss(loss.value());
  }
}
