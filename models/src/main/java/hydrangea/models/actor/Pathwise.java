package hydrangea.models.actor;

import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;

/** An actor whose samples are differentiable in its weights. */
public interface Pathwise extends Actor {
  /** The same actions as {@link #sample} with the same seeds, with their way back. */
  Pass draw(Matrix obs, Seeds seeds);
}
