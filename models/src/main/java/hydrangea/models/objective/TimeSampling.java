package hydrangea.models.objective;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/** The catalogue of distributions over [0, 1] from which training times are drawn. */
public sealed interface TimeSampling {
  /** Independent times, {@code [rows, columns]}. */
  Matrix sample(int rows, int columns, Seeds seeds);

  /** A distribution declared by a user. */
  non-sealed interface Open extends TimeSampling {}

  /** Every time alike. */
  record UniformTimes() implements TimeSampling {
    @Override
    public Matrix sample(int rows, int columns, Seeds seeds) {
      return seeds.uniform(rows, columns);
    }
  }

  /**
   * sigmoid(mean + std n) with n ~ N(0, 1): most times in the middle.
   *
   * <p>Source: Esser et al. 2024, arXiv 2403.03206, equation 19; mean flows take (-0.4, 1).
   */
  record LogitNormalTimes(double mean, double std) implements TimeSampling {
    public LogitNormalTimes {
      Check.require(Double.isFinite(mean), "mean must be finite, was " + mean);
      Check.positive("std", std);
    }

    @Override
    public Matrix sample(int rows, int columns, Seeds seeds) {
      Matrix times = seeds.normal(rows, columns);
      for (int i = 0; i < times.data.length; i++) {
        times.data[i] = 1 / (1 + Math.exp(-mean - std * times.data[i]));
      }
      return times;
    }
  }
}
