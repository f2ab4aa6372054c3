package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.LogDensity;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Actor;
import hydrangea.models.target.KnownDensity;

/** Learning toward a log-density by the actor's own samples. Open: a lambda is a user's own. */
@FunctionalInterface
public non-sealed interface Toward<A extends Actor> extends FitObjective<A, KnownDensity> {
  /**
   * The loss of a batch of the actor's samples, with its gradient added to {@code into}.
   *
   * @param obs {@code [B, S]}
   */
  Metrics toward(A actor, LogDensity target, Matrix obs, Seeds seeds, Gradient into);

  @Override
  default Metrics loss(A actor, KnownDensity target, Matrix obs, Seeds seeds, Gradient into) {
    return toward(actor, target, obs, seeds, into);
  }
}
