package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;

/** {@code mean_B(-w log p)} in nats: maximum likelihood, or the forward KL up to a constant. */
public final class NegativeLogLikelihood {
  private NegativeLogLikelihood() {}

  /**
   * The loss and its gradient {@code -w / B} in {@code logProb}.
   *
   * @param logProb {@code [B, 1]}
   * @param rowWeight {@code [B, 1]}; the mean still divides by B
   */
  public static Loss loss(Matrix logProb, Matrix rowWeight) {
    Rows.perRow(logProb, logProb, rowWeight);
    var gradient = new Matrix(logProb.rows, 1);
    double sum = 0;
    for (int i = 0; i < logProb.rows; i++) {
      sum -= rowWeight.data[i] * logProb.data[i];
      gradient.data[i] = -rowWeight.data[i] / logProb.rows;
    }
    return new Loss(sum / logProb.rows, gradient);
  }

  /** All rows weighing one. */
  public static Loss loss(Matrix logProb) {
    return loss(logProb, Matrix.filled(logProb.rows, 1, 1));
  }
}
