package hydrangea.models.family;

import java.util.Arrays;

/**
 * A member of any family by quadrature: panels are halved until log Z stands still, to 1e-12. Means
 * and variances are as good, probabilities good to 1e-12.
 */
final class Integrated implements ScalarDensity {
  private static final double NATS = 42; // exp(-42) = 6e-19
  private static final double STILL = 1e-12;

  private final Family family;
  private final double[] v;
  private final Grid grid;
  private final double[] mass;
  private final double[] cumulative;
  private final double logPartition;

  Integrated(Family family, double[] v) {
    this.family = family;
    this.v = v.clone();
    Interval reach = family.reach(v, NATS);
    double width = family.scale();
    Grid finer = new Grid(family, reach, width);
    double[] shares = new double[finer.x.length];
    double before = Double.NaN;
    double now = finer.tilt(v, shares);
    while (!(Math.abs(now - before) <= STILL * Math.max(1, Math.abs(now)))) {
      before = now;
      width /= 2;
      finer = new Grid(family, reach, width);
      shares = new double[finer.x.length];
      now = finer.tilt(v, shares);
    }
    grid = finer;
    mass = shares;
    cumulative = grid.cumulative(mass);
    logPartition = now;
  }

  @Override
  public double logPartition() {
    return logPartition;
  }

  @Override
  public double logDensity(double x) {
    if (!family.support().contains(x)) {
      return Double.NEGATIVE_INFINITY;
    }
    double log = family.base().log(x) - logPartition;
    double[] psi = family.psi(x);
    for (int k = 0; k < psi.length; k++) {
      log += v[k] * psi[k];
    }
    return log;
  }

  @Override
  public double mean() {
    double mean = 0;
    for (int j = 0; j < mass.length; j++) {
      mean += mass[j] * grid.x[j];
    }
    return mean;
  }

  @Override
  public double variance() {
    double mean = mean();
    double variance = 0;
    for (int j = 0; j < mass.length; j++) {
      double off = grid.x[j] - mean;
      variance += mass[j] * off * off;
    }
    return variance;
  }

  @Override
  public double cdf(double x) {
    double[] edges = grid.edges;
    if (x <= edges[0]) {
      return 0;
    }
    if (x >= edges[edges.length - 1]) {
      return 1;
    }
    int panel = grid.panel(x);
    return cumulative[panel] + Grid.integral(this, edges[panel], x);
  }

  @Override
  public double quantile(double p) {
    int panel = Arrays.binarySearch(cumulative, p);
    int from = Math.max(0, Math.min(grid.edges.length - 2, panel >= 0 ? panel : -panel - 2));
    return Quantiles.of(this, new Interval(grid.edges[from], grid.edges[from + 1]), p);
  }
}
