package hydrangea.models.loss;

import hydrangea.models.Matrix;

/**
 * The linear path from data (t = 0) to noise (t = 1) that flow matching and MeanFlow learn from:
 * {@code z = (1 - t) x + t e} moves with the conditional velocity {@code v = e - x}. Regressing
 * {@code v} on {@code (z, t)} with a {@link RegressionLoss} is flow matching.
 *
 * <p>Source: Lipman et al. 2023, "Flow Matching for Generative Modeling", eqs. 20 to 23 with
 * sigma_min = 0, <a href="https://arxiv.org/abs/2210.02747">arXiv 2210.02747</a>, there with t
 * reversed.
 */
public final class FlowMatching {
  private FlowMatching() {}

  /**
   * {@code z = (1 - t) x + t e}, {@code [B, A]}.
   *
   * @param x data, {@code [B, A]}
   * @param e noise, {@code [B, A]}
   * @param t {@code [B, 1]}
   */
  public static Matrix point(Matrix x, Matrix e, Matrix t) {
    Rows.sameShape(x, e, t);
    var z = new Matrix(x.rows, x.columns);
    for (int i = 0, k = 0; i < x.rows; i++) {
      for (int j = 0; j < x.columns; j++, k++) {
        z.data[k] = (1 - t.data[i]) * x.data[k] + t.data[i] * e.data[k];
      }
    }
    return z;
  }

  /** {@code v = dz/dt = e - x}, {@code [B, A]}. */
  public static Matrix velocity(Matrix x, Matrix e) {
    Rows.sameShape(x, e);
    var v = new Matrix(x.rows, x.columns);
    for (int k = 0; k < v.data.length; k++) {
      v.data[k] = e.data[k] - x.data[k];
    }
    return v;
  }
}
