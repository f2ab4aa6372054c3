package hydrangea.models.family;

import hydrangea.models.Check;

/** Inverts a distribution function: Newton's method, with bisection wherever it would leave. */
final class Quantiles {
  private Quantiles() {}

  /** The x of {@code where}, which is finite, with {@code cdf(x) = p}. */
  static double of(ScalarDensity density, Interval where, double p) {
    Check.within("p", p, 0, 1);
    double low = where.lower();
    double high = where.upper();
    double x = 0.5 * (low + high);
    for (int i = 0; i < 200 && high - low > 4 * Math.ulp(x); i++) {
      double excess = density.cdf(x) - p;
      if (excess > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - excess / Math.exp(density.logDensity(x));
      boolean inside = low < next && next < high; // false with NaN
      double step = inside ? next - x : 0.5 * (low + high) - x;
      x += step;
      if (Math.abs(step) <= 2 * Math.ulp(x)) {
        break;
      }
    }
    return x;
  }
}
