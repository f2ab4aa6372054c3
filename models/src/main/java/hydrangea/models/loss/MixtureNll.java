package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;

/**
 * {@code mean_B,K(-log p(y))} with {@code log p(y) = logsumexp_C(log w_c + log N(y; mean_c, v_c))}:
 * each row's mixture against K numbers of its own, in nats. Rows do not see each other.
 *
 * <p>With draws from the backed-up returns of the next state as {@code y} it is the cross-entropy
 * to them, the loss of Shahriari et al. 2022, "Revisiting Gaussian mixture critics in off-policy
 * reinforcement learning", <a href="https://arxiv.org/abs/2204.10256">arXiv 2204.10256</a>. With
 * one backed-up mean as {@code y} the mixture becomes the noise of that mean, not a distribution of
 * returns.
 */
public final class MixtureNll {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private MixtureNll() {}

  /**
   * The loss and its gradient in the head of {@code p}: with {@code z = (y - mean_c) / std_c} and
   * the share q_c of a component in p(y) it is the mean over y of {@code -q_c z / std_c} for means,
   * {@code q_c (1 - z^2) / 2} for log-variances and {@code w_c - q_c} for logits.
   *
   * @param p {@code [B, 3C]}
   * @param y constants, {@code [B, K]}
   */
  public static Loss loss(ScalarMixtures p, Matrix y) {
    Rows.sameCount(p.head(), y);
    var work = new Work(p, 1.0 / (y.rows * y.columns));
    double sum = 0;
    for (int i = 0; i < y.rows; i++) {
      work.startRow(i);
      for (int j = 0; j < y.columns; j++) {
        sum += work.logDensity(y.data[i * y.columns + j]);
      }
    }
    return new Loss(-sum / (y.rows * y.columns), work.gradient);
  }

  /** One row after another, one number after another. */
  private static final class Work {
    private final Matrix head;
    private final Matrix logWeights;
    private final Matrix gradient;
    private final double share; // of a single number in the mean
    private final int n;
    private final double[] perStd;
    private final double[] peak; // log w + log N at the mean
    private final double[] weight;
    private final double[] z;
    private final double[] term;
    private int start;

    Work(ScalarMixtures p, double share) {
      head = p.head();
      logWeights = p.logWeights();
      gradient = new Matrix(head.rows, head.columns);
      this.share = share;
      n = p.components();
      perStd = new double[n];
      peak = new double[n];
      weight = new double[n];
      z = new double[n];
      term = new double[n];
    }

    void startRow(int row) {
      start = row * head.columns;
      for (int c = 0; c < n; c++) {
        double halfLogVariance = 0.5 * head.data[start + n + c];
        double logWeight = logWeights.data[row * n + c];
        perStd[c] = Math.exp(-halfLogVariance);
        peak[c] = logWeight - halfLogVariance - HALF_LOG_TWO_PI;
        weight[c] = Math.exp(logWeight);
      }
    }

    /** log p(y); adds the gradient of its negative. */
    double logDensity(double y) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < n; c++) {
        z[c] = (y - head.data[start + c]) * perStd[c];
        term[c] = peak[c] - 0.5 * z[c] * z[c];
        largest = Math.max(largest, term[c]);
      }
      double sum = 0;
      for (int c = 0; c < n; c++) {
        term[c] = Math.exp(term[c] - largest);
        sum += term[c];
      }
      for (int c = 0; c < n; c++) {
        double q = term[c] / sum;
        gradient.data[start + c] -= share * q * z[c] * perStd[c];
        gradient.data[start + n + c] += share * q * 0.5 * (1 - z[c] * z[c]);
        gradient.data[start + 2 * n + c] += share * (weight[c] - q);
      }
      return largest + Math.log(sum);
    }
  }
}
