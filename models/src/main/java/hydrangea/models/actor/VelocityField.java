package hydrangea.models.actor;

import hydrangea.models.Matrix;
import hydrangea.models.Pass;

/** An actor that carries noise to data along a velocity field v(x, t). */
public interface VelocityField extends Actor {
  /**
   * dx/dt at (x, t), {@code [B, A]}; its backward gives the gradient of x.
   *
   * @param x {@code [B, A]}
   * @param t {@code [B, 1]}, 0 at data and 1 at noise
   */
  Pass velocity(Matrix obs, Matrix x, Matrix t);
}
