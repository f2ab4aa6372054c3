package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;

/**
 * {@code -mean_B(logsumexp_C(log(w_c + 1e-10) + S_c))} with {@code S_c = sum_B log N(y; mean_c,
 * v_c)}, the sum over the whole batch: the loss of an article on mixture-of-Gaussians DQN as it was
 * published, here for comparison alone.
 *
 * <p>What is wrong with it: the log-densities were to be summed over something else and are summed
 * over the rows, so every row has the same S and the rows are not independent. The likelihood is B
 * times too large, and one component, the best for the batch as a whole, is all that learns;
 * clipping the gradient's norm hides both. {@link MixtureNll} is what was meant.
 */
public final class BatchSummedNll {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double KEPT = 1e-10; // the article's guard of a logarithm

  private BatchSummedNll() {}

  /**
   * The loss and its gradient in the head of {@code p}.
   *
   * @param p {@code [B, 3C]}
   * @param y constants, {@code [B, 1]}
   */
  public static Loss loss(ScalarMixtures p, Matrix y) {
    Rows.perRow(p.head(), y);
    var weights = p.logWeights();
    for (int k = 0; k < weights.data.length; k++) {
      weights.data[k] = Math.exp(weights.data[k]);
    }
    var logDensity = logDensities(p.head(), y);
    var gradient = new Matrix(p.head().rows, p.head().columns);
    var answers = new double[p.components()]; // each component's share, over all rows
    double sum = 0;
    for (int i = 0; i < y.rows; i++) {
      sum += mixed(weights, logDensity, i, answers, gradient);
    }
    addToNormals(p.head(), y, answers, gradient);
    return new Loss(-sum / y.rows, gradient);
  }

  /** S, {@code [C]}. */
  private static double[] logDensities(Matrix head, Matrix y) {
    int n = head.columns / ScalarMixtures.PARAMETERS;
    var sums = new double[n];
    for (int i = 0; i < head.rows; i++) {
      for (int c = 0, at = i * head.columns; c < n; c++, at++) {
        double logVariance = head.data[at + n];
        double d = y.data[i] - head.data[at];
        sums[c] -= 0.5 * (d * d * Math.exp(-logVariance) + logVariance) + HALF_LOG_TWO_PI;
      }
    }
    return sums;
  }

  /** A row's term; adds its shares to {@code answers} and fills the gradient of its logits. */
  private static double mixed(
      Matrix weights, double[] logDensity, int row, double[] answers, Matrix gradient) {
    int n = logDensity.length;
    double largest = Double.NEGATIVE_INFINITY;
    var term = new double[n];
    for (int c = 0; c < n; c++) {
      term[c] = Math.log(weights.at(row, c) + KEPT) + logDensity[c];
      largest = Math.max(largest, term[c]);
    }
    double sum = 0;
    for (int c = 0; c < n; c++) {
      term[c] = Math.exp(term[c] - largest);
      sum += term[c];
    }
    double moved = 0; // along log w, of which the softmax takes the mean away
    for (int c = 0; c < n; c++) {
      double share = term[c] / sum;
      answers[c] += share;
      term[c] = share * weights.at(row, c) / (weights.at(row, c) + KEPT);
      moved += term[c];
    }
    for (int c = 0; c < n; c++) {
      gradient.data[row * gradient.columns + 2 * n + c] =
          (weights.at(row, c) * moved - term[c]) / weights.rows;
    }
    return largest + Math.log(sum);
  }

  private static void addToNormals(Matrix head, Matrix y, double[] answers, Matrix gradient) {
    int n = answers.length;
    for (int i = 0; i < head.rows; i++) {
      for (int c = 0, at = i * head.columns; c < n; c++, at++) {
        double share = answers[c] / head.rows;
        double d = y.data[i] - head.data[at];
        double perVariance = Math.exp(-head.data[at + n]);
        gradient.data[at] = -share * d * perVariance;
        gradient.data[at + n] = 0.5 * share * (1 - d * d * perVariance);
      }
    }
  }
}
