package hydrangea.models.family;

/** Equidistant nodes with log q and psi of a family with one statistic. */
final class Lattice {
  private static final int CELLS_PER_SCALE = 50;
  private static final double NATS = 30; // exp(-30) = 1e-13, a cell's worth of probability

  private final double lower;
  private final double cell;
  private final double[] logBase;
  private final double[] psi;

  /** Wide enough for every v up to {@code v} in size. */
  Lattice(Family family, double v) {
    Interval reach =
        family.reach(new double[] {v}, NATS).with(family.reach(new double[] {-v}, NATS));
    double width = reach.upper() - reach.lower();
    int cells = (int) Math.ceil(width * CELLS_PER_SCALE / family.scale());
    lower = reach.lower();
    cell = width / cells;
    logBase = new double[cells + 1];
    psi = new double[cells + 1];
    for (int j = 0; j <= cells; j++) {
      double x = Math.min(lower + j * cell, reach.upper());
      logBase[j] = family.base().log(x);
      psi[j] = family.psi(x)[0];
    }
  }

  /** The distribution function at the nodes, by the trapezoid rule. */
  double[] distribution(double v) {
    int last = psi.length - 1;
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j <= last; j++) {
      largest = Math.max(largest, logBase[j] + v * psi[j]);
    }
    var sums = new double[psi.length];
    double before = Math.exp(logBase[0] + v * psi[0] - largest);
    for (int j = 1; j <= last; j++) {
      double here = Math.exp(logBase[j] + v * psi[j] - largest);
      sums[j] = sums[j - 1] + before + here;
      before = here;
    }
    double perAll = 1 / sums[last];
    for (int j = 1; j < last; j++) {
      sums[j] *= perAll;
    }
    sums[last] = 1;
    return sums;
  }

  /** The quantiles at {@code steps + 1} equal steps from {@code from} to {@code to}. */
  float[] quantiles(double[] cdf, double from, double to, int steps) {
    var x = new float[steps + 1];
    int node = 0;
    for (int k = 0; k <= steps; k++) {
      double p = from + (to - from) * k / steps;
      while (node < cdf.length - 2 && cdf[node + 1] <= p) {
        node++;
      }
      double rise = cdf[node + 1] - cdf[node];
      double share = rise > 0 ? (p - cdf[node]) / rise : 1;
      x[k] = (float) (lower + cell * (node + share));
    }
    return x;
  }
}
