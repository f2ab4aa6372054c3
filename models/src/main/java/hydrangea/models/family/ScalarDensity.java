package hydrangea.models.family;

import java.util.random.RandomGenerator;

/** A normalised density of one number. */
public interface ScalarDensity {
  /** {@code log Z = log integral q(x) exp(psi(x) . v) dx}. */
  double logPartition();

  /** Minus infinity outside the support. */
  double logDensity(double x);

  double mean();

  double variance();

  /** {@code P(X <= x)}. */
  double cdf(double x);

  /** The x with {@code cdf(x) = p}, for p in (0, 1). */
  double quantile(double p);

  /** A draw: by inversion, unless there is something simpler. */
  default double sample(RandomGenerator random) {
    return quantile(random.nextDouble());
  }
}
