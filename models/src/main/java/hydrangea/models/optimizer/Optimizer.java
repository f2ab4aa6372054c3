package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Saved;

/** Moves one {@link hydrangea.models.Weights} against its gradient. */
public interface Optimizer extends Saved {
  /**
   * One update. Returns the norm of the gradient before clipping; where that is not finite, weights
   * and state stay as they were, and the caller has diverged.
   *
   * @param gradient collected for the weights this optimiser moves
   * @param step updates done before this one, for the schedule
   * @param steps updates of the whole training
   */
  double update(Gradient gradient, long step, long steps);
}
