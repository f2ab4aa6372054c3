package hydrangea.models.distribution;

import hydrangea.models.Gradient;
import hydrangea.models.LogDensity;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A mixture of {@code C} normal distributions with independent coordinates: {@code log p(x) =
 * logsumexp_c(log w_c + log N(x; mean_c, std_c^2))}, without regard to the observation.
 *
 * <p>The largest term is taken out of the sum before the exponential, so the density is right where
 * every component underflows (-300 nats between modes as narrow as 0.02, -1e6 far away).
 */
public final class MixtureDensity implements LogDensity {
  private final double[] weights;
  private final Matrix means;
  private final Matrix stds;
  private final double[] peaks;

  /**
   * @param weights positive, of any sum, {@code [C]}
   * @param means {@code [C, A]}
   * @param stds positive, {@code [C, A]}, or {@code [C, 1]} for isotropic components
   */
  public MixtureDensity(double[] weights, Matrix means, Matrix stds) {
    this.weights = normalised(weights);
    this.means = means;
    this.stds = stds.columns == means.columns ? stds : widened(stds, means.columns);
    if (weights.length != means.rows || stds.rows != means.rows) {
      throw new IllegalArgumentException(
          "%d weights, %d means and %d stds do not make one mixture"
              .formatted(weights.length, means.rows, stds.rows));
    }
    allPositive("std", this.stds.data);
    this.peaks = peaks();
  }

  /** All components equally wide in all directions. */
  public static MixtureDensity isotropic(double[] weights, Matrix means, double std) {
    return new MixtureDensity(weights, means, Matrix.filled(means.rows, 1, std));
  }

  private static double[] normalised(double[] weights) {
    allPositive("weight", weights);
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  private static void allPositive(String name, double[] values) {
    for (double value : values) {
      if (!(value > 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException(
            "each " + name + " must be positive and finite, was " + value);
      }
    }
  }

  private static Matrix widened(Matrix column, int columns) {
    if (column.columns != 1) {
      throw new IllegalArgumentException(
          column.columns + " stds do not fit " + columns + " coordinates");
    }
    var wide = new Matrix(column.rows, columns);
    for (int k = 0; k < wide.data.length; k++) {
      wide.data[k] = column.data[k / columns];
    }
    return wide;
  }

  /** Each component's log-density at its mean, plus its log weight. */
  private double[] peaks() {
    var peaks = new double[weights.length];
    for (int c = 0; c < peaks.length; c++) {
      peaks[c] = Math.log(weights[c]) - 0.5 * dimension() * Math.log(2 * Math.PI);
      for (int j = 0; j < dimension(); j++) {
        peaks[c] -= Math.log(stds.at(c, j));
      }
    }
    return peaks;
  }

  public int dimension() {
    return means.columns;
  }

  /** Positive, of sum 1, {@code [C]}. */
  public double[] weights() {
    return weights.clone();
  }

  /** {@code [C, A]}. */
  public Matrix means() {
    return means;
  }

  /** {@code [C, A]}. */
  public Matrix stds() {
    return stds;
  }

  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    return logDensity(x);
  }

  /**
   * As {@link LogDensity#logDensity}, which ignores its observation here.
   *
   * @param x {@code [B, A]}
   */
  public Pass logDensity(Matrix x) {
    var log = new Matrix(x.rows, 1);
    var share = new Matrix(x.rows, weights.length);
    var terms = new double[weights.length];
    for (int i = 0; i < x.rows; i++) {
      double largest = terms(x.data, i * x.columns, terms);
      double sum = 0;
      for (int c = 0; c < terms.length; c++) {
        terms[c] = Math.exp(terms[c] - largest);
        sum += terms[c];
      }
      log.data[i] = largest + Math.log(sum);
      for (int c = 0; c < terms.length; c++) {
        share.data[i * terms.length + c] = terms[c] / sum;
      }
    }
    return new LogDensityPass(log, x, share, this);
  }

  /** Fills {@code terms} with each component's log-density of one point; returns the largest. */
  private double terms(double[] x, int from, double[] terms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0, k = 0; c < terms.length; c++) {
      double squares = 0;
      for (int j = from; j < from + dimension(); j++, k++) {
        double z = (x[j] - means.data[k]) / stds.data[k];
        squares += z * z;
      }
      terms[c] = peaks[c] - 0.5 * squares;
      largest = Math.max(largest, terms[c]);
    }
    return largest;
  }

  /**
   * @param share how far each component answers for each point, {@code [B, C]}, rows of sum 1
   */
  private record LogDensityPass(Matrix value, Matrix x, Matrix share, MixtureDensity of)
      implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      var back = new Matrix(x.rows, x.columns);
      for (int i = 0; i < x.rows; i++) {
        for (int c = 0, k = 0; c < share.columns; c++) {
          double weight = dValue.data[i] * share.data[i * share.columns + c];
          for (int j = i * x.columns; j < (i + 1) * x.columns; j++, k++) {
            double std = of.stds.data[k];
            back.data[j] -= weight * (x.data[j] - of.means.data[k]) / (std * std);
          }
        }
      }
      return back;
    }
  }

  /** Independent samples, {@code [rows, A]}. */
  public Matrix sample(int rows, Seeds seeds) {
    var x = new Matrix(rows, dimension());
    var generator = seeds.generator();
    for (int i = 0, k = 0; i < rows; i++) {
      int c = component(generator);
      for (int j = 0; j < dimension(); j++, k++) {
        x.data[k] = means.at(c, j) + stds.at(c, j) * generator.nextGaussian();
      }
    }
    return x;
  }

  private int component(RandomGenerator generator) {
    double left = generator.nextDouble();
    int c = 0;
    while (c < weights.length - 1 && left >= weights[c]) {
      left -= weights[c++];
    }
    return c;
  }

  /**
   * The entropy {@code -E[log p(x)]} in nats, a Monte Carlo mean over {@code samples} points: its
   * standard error is about {@code sqrt(A / 2 / samples)} where components do not overlap.
   */
  public double entropy(int samples, Seeds seeds) {
    return -logDensity(sample(samples, seeds)).value().mean();
  }

  /** This density convolved with {@code N(0, std^2 I)}: of samples with that much noise added. */
  public MixtureDensity convolved(double std) {
    var wider = new Matrix(stds.rows, stds.columns);
    for (int k = 0; k < wider.data.length; k++) {
      wider.data[k] = Math.hypot(stds.data[k], std);
    }
    return new MixtureDensity(weights, means, wider);
  }

  /** The mean of each coordinate, {@code [A]}. */
  public double[] mean() {
    var mean = new double[dimension()];
    for (int c = 0; c < weights.length; c++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += weights[c] * means.at(c, j);
      }
    }
    return mean;
  }

  /** The variance of each coordinate, {@code [A]}. */
  public double[] variance() {
    var mean = mean();
    var variance = new double[dimension()];
    for (int c = 0; c < weights.length; c++) {
      for (int j = 0; j < mean.length; j++) {
        double off = means.at(c, j) - mean[j];
        variance[j] += weights[c] * (stds.at(c, j) * stds.at(c, j) + off * off);
      }
    }
    return variance;
  }
}
