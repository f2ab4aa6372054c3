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

  /** Turns to {@code v}. */
  public void at(double[] v) {
    logPartition = grid.tilt(v, mass);
    Arrays.fill(mean, 0);
    Arrays.fill(covariance, 0);
    int k = mean.length;
    for (int j = 0, at = 0; j < mass.length; j++) {
      for (int i = 0; i < k; i++) {
        mean[i] += mass[j] * grid.psi[at++];
      }
    }
    for (int j = 0, from = 0; j < mass.length; j++, from += k) {
      for (int i = 0, to = 0; i < k; i++) {
        double off = mass[j] * (grid.psi[from + i] - mean[i]);
        for (int l = 0; l < k; l++) {
          covariance[to++] += off * (grid.psi[from + l] - mean[l]);
        }
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
