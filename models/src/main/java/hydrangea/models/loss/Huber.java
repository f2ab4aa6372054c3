package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;

/**
 * {@code mean_B(w sum_A h(D))} with {@code h(d) = d^2/2} where {@code |d| <= delta} and {@code
 * delta (|d| - delta/2)} beyond; gradient {@code w clip(D, -delta, delta) / B}.
 *
 * <p>Source: Huber 1964, "Robust Estimation of a Location Parameter"; as PyTorch's {@code
 * huber_loss}, but a sum over coordinates where that takes the mean. Where quadratic it is half of
 * {@link SquaredError}.
 *
 * @param delta where it turns from quadratic to linear, in units of the prediction
 */
public record Huber(double delta) implements RegressionLoss {
  public Huber {
    if (!(delta > 0 && Double.isFinite(delta))) {
      throw new IllegalArgumentException("delta must be positive and finite, was " + delta);
    }
  }

  @Override
  public Loss loss(Matrix prediction, Matrix target, Matrix rowWeight) {
    Rows.sameShape(prediction, target, rowWeight);
    int rows = prediction.rows;
    var gradient = new Matrix(rows, prediction.columns);
    double sum = 0;
    for (int i = 0, k = 0; i < rows; i++) {
      double weight = rowWeight.data[i];
      for (int j = 0; j < prediction.columns; j++, k++) {
        double d = prediction.data[k] - target.data[k];
        double slope = Math.max(-delta, Math.min(delta, d));
        sum += weight * slope * (d - 0.5 * slope);
        gradient.data[k] = weight * slope / rows;
      }
    }
    return new Loss(sum / rows, gradient);
  }
}
