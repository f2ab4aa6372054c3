package hydrangea.models.loss;

import hydrangea.models.Matrix;

/**
 * Targets of MeanFlow, which learns the average velocity {@code u(z, r, t) = 1/(t-r) int_r^t v
 * dtau} from its identity {@code u = v - (t - r) du/dt}. All are constants of a semi-gradient: no
 * gradient flows through the derivative. {@code t = 0} is data and {@code t = 1} noise; at {@code r
 * = t} all are flow matching.
 *
 * <p>Source: Geng et al. 2025, "Mean Flows for One-step Generative Modeling", eqs. 6 to 10, <a
 * href="https://arxiv.org/abs/2505.13447">arXiv 2505.13447</a>.
 *
 * <p>Shapes: {@code z, v, u} and derivatives {@code [B, A]}, {@code r, t} {@code [B, 1]}. {@code
 * d/dt} is the total derivative, the tangent along {@code (v, 0, 1)} in {@code (z, r, t)}.
 */
public final class MeanFlow {
  private MeanFlow() {}

  /** The u-form (eq. 10): {@code u_tgt = v - (t - r) du/dt}. */
  public static Matrix averageVelocity(Matrix v, Matrix duDt, Matrix r, Matrix t) {
    return plus(v, -1, duDt, r, t);
  }

  /**
   * The identity form: {@code u + (t - r) du/dt}, an estimate of the velocity to regress on {@code
   * v}; its gradient is that of {@code u}, as the derivative is a constant.
   *
   * <p>Source: Geng et al. 2025, "Improved Mean Flows", <a
   * href="https://arxiv.org/abs/2512.02012">arXiv 2512.02012</a>. For one and the same derivative
   * this is the u-form; what it changes is that the tangent goes along the network's own velocity
   * {@code u(z, t, t)} in place of the noisy {@code e - x}.
   */
  public static Matrix velocityEstimate(Matrix u, Matrix duDt, Matrix r, Matrix t) {
    return plus(u, 1, duDt, r, t);
  }

  /**
   * The residual g-form, for {@code g = z - u}: {@code g_tgt = z + (t - r - 1) v - (t - r) dg/dt}.
   * One forward pass at {@code t = 1}, {@code r = 0} then is the sample.
   *
   * <p>Source: "MeanFlowQL", <a href="https://arxiv.org/abs/2511.13035">arXiv 2511.13035</a>, there
   * with r = 0: {@code z + (t - 1) v - t dg/dt}.
   */
  public static Matrix residual(Matrix z, Matrix v, Matrix dgDt, Matrix r, Matrix t) {
    Rows.sameShape(z, v);
    Rows.sameShape(z, dgDt);
    Rows.perRow(z, r, t);
    var target = new Matrix(z.rows, z.columns);
    for (int i = 0, k = 0; i < z.rows; i++) {
      double span = t.data[i] - r.data[i];
      for (int j = 0; j < z.columns; j++, k++) {
        target.data[k] = z.data[k] + (span - 1) * v.data[k] - span * dgDt.data[k];
      }
    }
    return target;
  }

  private static Matrix plus(Matrix a, double sign, Matrix derivative, Matrix r, Matrix t) {
    Rows.sameShape(a, derivative);
    Rows.perRow(a, r, t);
    var sum = new Matrix(a.rows, a.columns);
    for (int i = 0, k = 0; i < a.rows; i++) {
      double span = sign * (t.data[i] - r.data[i]);
      for (int j = 0; j < a.columns; j++, k++) {
        sum.data[k] = a.data[k] + span * derivative.data[k];
      }
    }
    return sum;
  }
}
