package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;

/**
 * {@code mean_B(1/4 integral (p - q)^2)}, the Jensen-Tsallis distance of order 2 of each row's
 * mixture to one of its own: {@code (<p, p> + <q, q> - 2 <p, q>) / 4} with the closed form {@code
 * <p, q> = sum_ij w_i w'_j N(mean_i; mean'_j, v_i + v'_j)}. What is added are variances, not stds.
 *
 * <p>It is 0 where p = q and positive elsewhere, but its gradient vanishes where the two hardly
 * overlap: returns need a scale at which they do.
 *
 * <p>Source: Choi, Lee and Oh 2019, "Distributional Deep Reinforcement Learning with a Mixture of
 * Gaussians", ICRA, eq. 3.
 */
public final class JensenTsallis {
  private JensenTsallis() {}

  /**
   * The loss and its gradient in the head of {@code p}.
   *
   * @param p {@code [B, 3C]}
   * @param q a constant, {@code [B, 3C']}
   */
  public static Loss loss(ScalarMixtures p, ScalarMixtures q) {
    Rows.sameCount(p.head(), q.head());
    int rows = p.head().rows;
    var gradient = new Matrix(rows, p.head().columns);
    var own = new Side(p);
    var other = new Side(q);
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      own.startRow(i);
      other.startRow(i);
      // Each of the two equal factors of <p, p> moves with p: twice the slope of one of them.
      sum += own.overlap(own, 0.5 / rows) - 2 * own.overlap(other, -0.5 / rows);
      sum += other.overlap(other, 0);
      own.putSlopes(gradient);
    }
    return new Loss(sum / (4 * rows), gradient);
  }

  /** One mixture of a row, with the slopes that its overlaps leave. */
  private static final class Side {
    private final Matrix head;
    private final Matrix logWeights;
    private final int n;
    private final double[] weight;
    private final double[] variance;
    private final double[] ofMean;
    private final double[] ofVariance;
    private final double[] ofWeight;
    private int start;

    Side(ScalarMixtures mixtures) {
      head = mixtures.head();
      logWeights = mixtures.logWeights();
      n = mixtures.components();
      weight = new double[n];
      variance = new double[n];
      ofMean = new double[n];
      ofVariance = new double[n];
      ofWeight = new double[n];
    }

    void startRow(int row) {
      start = row * head.columns;
      for (int c = 0; c < n; c++) {
        weight[c] = Math.exp(logWeights.data[row * n + c]);
        variance[c] = Math.exp(head.data[start + n + c]);
        ofMean[c] = 0;
        ofVariance[c] = 0;
        ofWeight[c] = 0;
      }
    }

    /** {@code <p, q>} of this p; adds {@code factor} times its slopes, with q held. */
    double overlap(Side q, double factor) {
      double all = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < q.n; j++) {
          double d = head.data[start + i] - q.head.data[q.start + j];
          double perVariance = 1 / (variance[i] + q.variance[j]);
          double square = d * d * perVariance;
          double density = Math.exp(-0.5 * square) * Math.sqrt(perVariance / (2 * Math.PI));
          double pair = weight[i] * q.weight[j] * density;
          all += pair;
          ofMean[i] -= factor * pair * d * perVariance;
          ofVariance[i] += factor * pair * 0.5 * (square - 1) * perVariance;
          ofWeight[i] += factor * q.weight[j] * density;
        }
      }
      return all;
    }

    /** Through the exponential of log-variances and the softmax of logits. */
    void putSlopes(Matrix gradient) {
      double mean = 0;
      for (int c = 0; c < n; c++) {
        mean += weight[c] * ofWeight[c];
      }
      for (int c = 0; c < n; c++) {
        gradient.data[start + c] = ofMean[c];
        gradient.data[start + n + c] = variance[c] * ofVariance[c];
        gradient.data[start + 2 * n + c] = weight[c] * (ofWeight[c] - mean);
      }
    }
  }
}
