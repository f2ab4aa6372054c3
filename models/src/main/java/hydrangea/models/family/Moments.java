package hydrangea.models.family;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * log Z, mean and covariance of psi, for one v after another on one grid: what a likelihood and its
 * two derivatives are made of.
 */
public final class Moments {
  private static final double NATS = 42;

  private final Grid grid;
  private final double[] mass;
  private final double[] mean;
  private final double[] covariance;
  private double[] now = {};
  private double logPartition;

  private Moments(Grid grid, int k) {
    this.grid = grid;
    mass = new double[grid.x.length];
    mean = new double[k];
    covariance = new double[k * k];
  }

  /** For any of {@code parameters}. */
  public static Moments over(Family family, Stream<double[]> parameters) {
    Interval reach =
        parameters.map(v -> family.reach(v, NATS)).reduce(Interval::with).orElseThrow();
    return new Moments(new Grid(family, reach, family.scale() / 2), family.statistics());
  }

  /** Turns to {@code v}; costs nothing if it is there already. */
  public void at(double[] v) {
    if (Arrays.equals(v, now)) {
      return;
    }
    now = v.clone();
    logPartition = grid.tilt(v, mass);
    int k = mean.length;
    Arrays.fill(mean, 0);
    Arrays.fill(covariance, 0);
    for (int at = 0; at < grid.psi.length; at++) {
      mean[at % k] += mass[at / k] * grid.psi[at];
    }
    for (int j = 0; j < mass.length; j++) {
      for (int at = 0; at < covariance.length; at++) {
        double one = grid.psi[j * k + at / k] - mean[at / k];
        double other = grid.psi[j * k + at % k] - mean[at % k];
        covariance[at] += mass[j] * one * other;
      }
    }
  }

  public double logPartition() {
    return logPartition;
  }

  /** {@code E psi_i}. */
  public double mean(int i) {
    return mean[i];
  }

  /** {@code Cov(psi_i, psi_j)}. */
  public double covariance(int i, int j) {
    return covariance[i * mean.length + j];
  }
}
