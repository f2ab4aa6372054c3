package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Actor;
import hydrangea.models.target.Sampled;

/**
 * Learning from given actions: regression or likelihood, weighted by row. Open: a lambda is a
 * user's own.
 */
@FunctionalInterface
public non-sealed interface Matching<A extends Actor> extends FitObjective<A, Sampled> {
  /**
   * The loss of a batch of actions, with its gradient added to {@code into}.
   *
   * @param obs {@code [B, S]}
   * @param actions {@code [B, A]}
   * @param rowWeight {@code [B, 1]}
   */
  Metrics loss(A actor, Matrix obs, Matrix actions, Matrix rowWeight, Seeds seeds, Gradient into);

  @Override
  default Metrics loss(A actor, Sampled target, Matrix obs, Seeds seeds, Gradient into) {
    Matrix actions = target.sample(obs.rows, seeds.at("data"));
    return loss(actor, obs, actions, Matrix.filled(obs.rows, 1, 1), seeds, into);
  }
}
