package hydrangea.models.actor;

import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/**
 * An actor whose samples come with a differentiable log-probability, exact or a surrogate: enough
 * for an entropy bonus, not for a density.
 */
public interface Scored extends Pathwise {
  @Override
  LogPass draw(Matrix obs, Seeds seeds);

  /**
   * How many dimensions have the log-probability of a draw, which a target entropy is counted in:
   * the action's where it is the action's density, the latent's where it is that of a latent.
   */
  int entropyDimensions();
}
