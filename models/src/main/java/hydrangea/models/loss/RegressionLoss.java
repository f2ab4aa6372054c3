package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;

/**
 * What a regression pays for a difference {@code D = prediction - target}: the catalogue that
 * matching objectives choose from. Always a sum over the coordinates and a mean over the rows.
 */
public sealed interface RegressionLoss permits SquaredError, Huber, Adaptive, RegressionLoss.Open {

  /** A loss of the user's own. */
  non-sealed interface Open extends RegressionLoss {}

  /**
   * The loss and its gradient in {@code prediction}; the target is a constant.
   *
   * @param prediction {@code [B, A]}
   * @param target {@code [B, A]}
   * @param rowWeight {@code [B, 1]}; the mean still divides by B
   */
  Loss loss(Matrix prediction, Matrix target, Matrix rowWeight);

  /** All rows weighing one. */
  default Loss loss(Matrix prediction, Matrix target) {
    return loss(prediction, target, Matrix.filled(prediction.rows, 1, 1));
  }
}
