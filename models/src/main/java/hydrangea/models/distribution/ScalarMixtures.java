package hydrangea.models.distribution;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.random.RandomGenerator;

/**
 * A mixture of C normal distributions of one number for every row: {@code p(y) = sum_C w_c N(y;
 * mean_c, v_c)} with {@code w = softmax(logits)}. Variances are given by their logs, since what
 * learns them is a network.
 *
 * @param head means, log-variances and logits side by side, {@code [B, 3C]}
 */
public record ScalarMixtures(Matrix head) {
  /** Numbers of a component: its mean, its log-variance and its logit. */
  public static final int PARAMETERS = 3;

  public ScalarMixtures {
    if (head.columns == 0 || head.columns % PARAMETERS != 0) {
      throw new IllegalArgumentException(
          head.columns + " columns are not means, log-variances and logits of some components");
    }
  }

  /** C. */
  public int components() {
    return head.columns / PARAMETERS;
  }

  /** {@code mean_c} of a row. */
  public double mean(int row, int component) {
    return head.at(row, component);
  }

  /** {@code log v_c} of a row. */
  public double logVariance(int row, int component) {
    return head.at(row, components() + component);
  }

  /** {@code log w = logits - logsumexp(logits)}, {@code [B, C]}. */
  public Matrix logWeights() {
    int n = components();
    var logs = new Matrix(head.rows, n);
    for (int i = 0; i < head.rows; i++) {
      int logits = i * head.columns + 2 * n;
      double largest = largest(logits, n);
      double sum = 0;
      for (int c = 0; c < n; c++) {
        sum += Math.exp(head.data[logits + c] - largest);
      }
      double norm = Math.log(sum);
      for (int c = 0; c < n; c++) {
        logs.data[i * n + c] = head.data[logits + c] - largest - norm;
      }
    }
    return logs;
  }

  private double largest(int from, int n) {
    double largest = head.data[from];
    for (int c = 1; c < n; c++) {
      largest = Math.max(largest, head.data[from + c]);
    }
    return largest;
  }

  /** {@code sum_C w_c mean_c}, {@code [B, 1]}. */
  public Matrix mean() {
    int n = components();
    var mean = new Matrix(head.rows, 1);
    for (int i = 0; i < head.rows; i++) {
      int at = i * head.columns;
      double largest = largest(at + 2 * n, n);
      double sum = 0;
      double weighted = 0;
      for (int c = 0; c < n; c++) {
        double weight = Math.exp(head.data[at + 2 * n + c] - largest);
        sum += weight;
        weighted += weight * head.data[at + c];
      }
      mean.data[i] = weighted / sum;
    }
    return mean;
  }

  /** {@code count} independent draws for every row, {@code [B, K]}. */
  public Matrix sample(int count, Seeds seeds) {
    RandomGenerator random = seeds.generator();
    Matrix logs = logWeights();
    int n = components();
    var weights = new double[n];
    var drawn = new Matrix(head.rows, count);
    for (int i = 0, k = 0; i < head.rows; i++) {
      for (int c = 0; c < n; c++) {
        weights[c] = Math.exp(logs.data[i * n + c]);
      }
      for (int j = 0; j < count; j++, k++) {
        int at = i * head.columns + component(weights, random);
        double std = Math.exp(0.5 * head.data[at + n]);
        drawn.data[k] = head.data[at] + std * random.nextGaussian();
      }
    }
    return drawn;
  }

  private static int component(double[] weights, RandomGenerator random) {
    double left = random.nextDouble();
    int c = 0;
    while (c < weights.length - 1 && left >= weights[c]) {
      left -= weights[c++];
    }
    return c;
  }

  /**
   * The law of {@code shift + scale y}: its components are moved and scaled one by one.
   *
   * @param shift {@code [B, 1]}
   * @param scale 0 where nothing is left but the shift, {@code [B, 1]}
   * @param leastVariance what no variance falls below: of a component without any there would be no
   *     density
   */
  public ScalarMixtures moved(Matrix shift, Matrix scale, double leastVariance) {
    int n = components();
    var law = new Matrix(head.rows, head.columns, head.data.clone());
    for (int i = 0; i < head.rows; i++) {
      double factor = scale.data[i];
      for (int c = 0, at = i * head.columns; c < n; c++, at++) {
        law.data[at] = shift.data[i] + factor * head.data[at];
        double variance = factor * factor * Math.exp(head.data[at + n]);
        law.data[at + n] = Math.log(Math.max(variance, leastVariance));
      }
    }
    return new ScalarMixtures(law);
  }
}
