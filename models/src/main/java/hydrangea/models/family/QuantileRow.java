package hydrangea.models.family;

/**
 * The quantile function of one v at equal steps of probability, finer ones below the first and
 * above the last; straight lines in between.
 *
 * <p>Single numbers: a draw reads one place of a random row, and waits for memory if rows are
 * large.
 */
final class QuantileRow {
  private static final int STEPS = 2048;
  private static final int FINE_STEPS = 512;

  private final float[] x;
  private final float[] lowest;
  private final float[] highest;

  QuantileRow(Lattice lattice, double v) {
    double[] cdf = lattice.distribution(v);
    x = lattice.quantiles(cdf, 0, 1, STEPS);
    lowest = lattice.quantiles(cdf, 0, 1.0 / STEPS, FINE_STEPS);
    highest = lattice.quantiles(cdf, 1 - 1.0 / STEPS, 1, FINE_STEPS);
  }

  /** For u in [0, 1). */
  double quantile(double u) {
    double place = u * STEPS;
    int j = (int) place;
    if (j == 0) {
      return between(lowest, place * FINE_STEPS);
    }
    if (j == STEPS - 1) {
      return between(highest, (place - j) * FINE_STEPS);
    }
    return x[j] + (place - j) * (x[j + 1] - x[j]);
  }

  private static double between(float[] x, double place) {
    int j = (int) place;
    return x[j] + (place - j) * (x[j + 1] - x[j]);
  }
}
