package hydrangea.models.actor;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;

/**
 * An actor with an average velocity u(z, r, t) = 1/(t - r) int_r^t v dtau, which jumps from t to r
 * in one step: z_r = z_t - (t - r) u.
 */
public interface AverageVelocityField extends VelocityField {
  /**
   * u at (z, r, t) with its total derivative along (v, 0, 1).
   *
   * @param z {@code [B, A]}
   * @param r {@code [B, 1]}, at most {@code t}
   * @param t {@code [B, 1]}
   * @param v the velocity of z, {@code [B, A]}
   */
  Average average(Matrix obs, Matrix z, Matrix r, Matrix t, Matrix v);

  /**
   * The standard deviation to which the sigma head is pinned at the data; 0 without such a head.
   */
  double targetStd();

  /** One evaluation of both heads. */
  interface Average {
    /** u, {@code [B, A]}. */
    Matrix velocity();

    /** du/dt along (v, 0, 1), {@code [B, A]}; a constant, as mean-flow targets stop gradients. */
    Matrix tangent();

    /** The sigma head's log-std, {@code [B, A]}; {@code [B, 0]} for an actor without one. */
    Matrix logStd();

    /** Adds the weights' gradient to {@code into}. */
    void backward(Matrix dVelocity, Matrix dLogStd, Gradient into);
  }
}
