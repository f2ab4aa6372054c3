package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;

/**
 * {@code sum_K mean_B((Q_k - y)^2) / 2}: several critics regressed on one target, a constant.
 *
 * <p>Source: Haarnoja et al. 2018, eq. 5 of <a href="https://arxiv.org/abs/1812.05905">arXiv
 * 1812.05905</a>.
 */
public final class CriticError {
  private CriticError() {}

  /**
   * The loss and its gradient {@code (Q - y) / B} in {@code q}.
   *
   * @param q {@code [B, K]}
   * @param target y, {@code [B, 1]}
   */
  public static Loss loss(Matrix q, Matrix target) {
    Rows.perRow(q, target);
    var gradient = new Matrix(q.rows, q.columns);
    double sum = 0;
    for (int k = 0; k < q.data.length; k++) {
      double error = q.data[k] - target.data[k / q.columns];
      sum += error * error;
      gradient.data[k] = error / q.rows;
    }
    return new Loss(sum / (2 * q.rows), gradient);
  }
}
