package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;

/**
 * {@code mean_B(w |D|^2)} with {@code |D|^2} the sum over the A coordinates and {@code D =
 * prediction - target}; gradient {@code 2 w D / B}. Flow matching's and MeanFlow's plain loss.
 */
public record SquaredError() implements RegressionLoss {
  @Override
  public Loss loss(Matrix prediction, Matrix target, Matrix rowWeight) {
    Rows.sameShape(prediction, target, rowWeight);
    int rows = prediction.rows;
    var gradient = new Matrix(rows, prediction.columns);
    double sum = 0;
    for (int i = 0, k = 0; i < rows; i++) {
      double weight = rowWeight.data[i];
      double squares = 0;
      for (int j = 0; j < prediction.columns; j++, k++) {
        double d = prediction.data[k] - target.data[k];
        squares += d * d;
        gradient.data[k] = 2 * weight * d / rows;
      }
      sum += weight * squares;
    }
    return new Loss(sum / rows, gradient);
  }

  /**
   * {@code |D|^2} of each row, {@code [B, 1]}. Its mean is the number to report beside a weighted
   * loss, which hides progress: with {@link Adaptive} power 1 the loss stays near 1 whatever the
   * error.
   */
  public static Matrix ofRows(Matrix prediction, Matrix target) {
    Rows.sameShape(prediction, target);
    var squares = new Matrix(prediction.rows, 1);
    for (int i = 0, k = 0; i < prediction.rows; i++) {
      for (int j = 0; j < prediction.columns; j++, k++) {
        double d = prediction.data[k] - target.data[k];
        squares.data[i] += d * d;
      }
    }
    return squares;
  }
}
