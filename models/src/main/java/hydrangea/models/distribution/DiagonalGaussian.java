package hydrangea.models.distribution;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;

/**
 * A normal distribution with independent coordinates for every row: {@code N(mean, exp(logStd)^2)}.
 *
 * <p>The passes go back to everything they are made of, side by side: {@link #draw} and {@link
 * #entropy} to {@code [mean, logStd]}, as a network's head gives them, {@link #logDensity} to
 * {@code [x, mean, logStd]}, {@link #kl} to the parameters of both.
 *
 * @param mean {@code [B, A]}
 * @param logStd {@code [B, A]}
 */
public record DiagonalGaussian(Matrix mean, Matrix logStd) {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  public DiagonalGaussian {
    if (mean.rows != logStd.rows || mean.columns != logStd.columns) {
      throw new IllegalArgumentException(
          "logStd [%d, %d] does not fit mean [%d, %d]"
              .formatted(logStd.rows, logStd.columns, mean.rows, mean.columns));
    }
  }

  /** From a head {@code [B, 2A]}: the means beside the log-stds. */
  public static DiagonalGaussian of(Matrix head) {
    int half = head.columns / 2;
    return new DiagonalGaussian(head.columns(0, half), head.columns(half, head.columns));
  }

  /** {@code N(0, I)}. */
  public static DiagonalGaussian standard(int rows, int columns) {
    return new DiagonalGaussian(new Matrix(rows, columns), new Matrix(rows, columns));
  }

  /**
   * A reparameterised draw {@code u = mean + exp(logStd) eps}, with {@code log p(u) =
   * sum_A(-eps^2/2 - logStd - log(2 pi)/2)}; goes back to {@code [mean, logStd]}, {@code [B, 2A]}.
   * The log-density of a draw does not depend on its mean.
   *
   * @param eps standard normal numbers, {@code [B, A]}
   */
  public LogPass draw(Matrix eps) {
    var value = new Matrix(eps.rows, eps.columns);
    var noise = new Matrix(eps.rows, eps.columns);
    var log = new Matrix(eps.rows, 1);
    for (int i = 0, k = 0; i < eps.rows; i++) {
      double sum = -eps.columns * HALF_LOG_TWO_PI;
      for (int j = 0; j < eps.columns; j++, k++) {
        double e = eps.data[k];
        noise.data[k] = Math.exp(logStd.data[k]) * e;
        value.data[k] = mean.data[k] + noise.data[k];
        sum -= 0.5 * e * e + logStd.data[k];
      }
      log.data[i] = sum;
    }
    return new Draw(value, log, noise);
  }

  private record Draw(Matrix value, Matrix log, Matrix noise) implements LogPass {
    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      int n = value.columns;
      var back = new Matrix(value.rows, 2 * n);
      for (int i = 0, k = 0; i < value.rows; i++) {
        for (int j = 0; j < n; j++, k++) {
          back.data[i * 2 * n + j] = dValue.data[k];
          back.data[i * 2 * n + n + j] = dValue.data[k] * noise.data[k] - dLog.data[i];
        }
      }
      return back;
    }
  }

  /**
   * {@code log p(x) = sum_A(-z^2/2 - logStd - log(2 pi)/2)} with {@code z = (x - mean) /
   * exp(logStd)}, {@code [B, 1]}; goes back to {@code [x, mean, logStd]}, {@code [B, 3A]}.
   *
   * @param x {@code [B, A]}
   */
  public Pass logDensity(Matrix x) {
    var log = new Matrix(x.rows, 1);
    var score = new Matrix(x.rows, x.columns);
    for (int i = 0, k = 0; i < x.rows; i++) {
      double sum = -x.columns * HALF_LOG_TWO_PI;
      for (int j = 0; j < x.columns; j++, k++) {
        double perStd = Math.exp(-logStd.data[k]);
        double z = (x.data[k] - mean.data[k]) * perStd;
        score.data[k] = -z * perStd;
        sum -= 0.5 * z * z + logStd.data[k];
      }
      log.data[i] = sum;
    }
    return new LogDensityPass(log, x, mean, score);
  }

  private record LogDensityPass(Matrix value, Matrix x, Matrix mean, Matrix score) implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      int n = x.columns;
      var back = new Matrix(x.rows, 3 * n);
      for (int i = 0, k = 0; i < x.rows; i++) {
        for (int j = 0; j < n; j++, k++) {
          int at = i * 3 * n + j;
          double d = dValue.data[i];
          double squaredZ = -score.data[k] * (x.data[k] - mean.data[k]);
          back.data[at] = d * score.data[k];
          back.data[at + n] = -d * score.data[k];
          back.data[at + 2 * n] = d * (squaredZ - 1);
        }
      }
      return back;
    }
  }

  /**
   * {@code H = sum_A(logStd + log(2 pi e)/2)} in nats, {@code [B, 1]}; goes back to {@code [mean,
   * logStd]}, {@code [B, 2A]}.
   */
  public Pass entropy() {
    var value = new Matrix(mean.rows, 1);
    for (int i = 0, k = 0; i < mean.rows; i++) {
      double sum = mean.columns * (0.5 + HALF_LOG_TWO_PI);
      for (int j = 0; j < mean.columns; j++, k++) {
        sum += logStd.data[k];
      }
      value.data[i] = sum;
    }
    return new EntropyPass(value, mean.columns);
  }

  private record EntropyPass(Matrix value, int width) implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      var back = new Matrix(value.rows, 2 * width);
      for (int i = 0; i < value.rows; i++) {
        for (int j = width; j < 2 * width; j++) {
          back.data[i * 2 * width + j] = dValue.data[i];
        }
      }
      return back;
    }
  }

  /**
   * {@code KL(p || q) = sum_A(logStd_q - logStd_p + (std_p^2 + (mean_p - mean_q)^2) / (2 std_q^2) -
   * 1/2)} in nats, {@code [B, 1]}; goes back to {@code [mean_p, logStd_p, mean_q, logStd_q]},
   * {@code [B, 4A]}.
   */
  public static Pass kl(DiagonalGaussian p, DiagonalGaussian q) {
    var value = new Matrix(p.mean.rows, 1);
    for (int i = 0, k = 0; i < p.mean.rows; i++) {
      double sum = 0;
      for (int j = 0; j < p.mean.columns; j++, k++) {
        double logRatio = p.logStd.data[k] - q.logStd.data[k];
        double z = (p.mean.data[k] - q.mean.data[k]) * Math.exp(-q.logStd.data[k]);
        sum += -logRatio + 0.5 * (Math.expm1(2 * logRatio) + z * z);
      }
      value.data[i] = sum;
    }
    return new KlPass(value, p, q);
  }

  private record KlPass(Matrix value, DiagonalGaussian p, DiagonalGaussian q) implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      int n = p.mean.columns;
      var back = new Matrix(value.rows, 4 * n);
      for (int i = 0, k = 0; i < value.rows; i++) {
        for (int j = 0; j < n; j++, k++) {
          int at = i * 4 * n + j;
          double d = dValue.data[i];
          double perStd = Math.exp(-q.logStd.data[k]);
          double z = (p.mean.data[k] - q.mean.data[k]) * perStd;
          double ratioMinusOne = Math.expm1(2 * (p.logStd.data[k] - q.logStd.data[k]));
          back.data[at] = d * z * perStd;
          back.data[at + n] = d * ratioMinusOne;
          back.data[at + 2 * n] = -d * z * perStd;
          back.data[at + 3 * n] = -d * (ratioMinusOne + z * z);
        }
      }
      return back;
    }
  }
}
