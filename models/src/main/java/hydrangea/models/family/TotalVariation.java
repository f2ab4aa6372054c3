package hydrangea.models.family;

/**
 * The total variation distance {@code 1/2 integral |p - q|}: half the sum of {@code |P(a, b) - Q(a,
 * b)|} over the intervals between the points where p = q.
 */
public final class TotalVariation {
  private static final int STEPS = 6000;
  private static final int BISECTIONS = 50;

  private TotalVariation() {}

  /**
   * Between two densities that cross in {@code where} if they do: crossings beyond it go unseen,
   * and within it those closer together than 1/6000 of it.
   */
  public static double between(ScalarDensity p, ScalarDensity q, Interval where) {
    double step = (where.upper() - where.lower()) / STEPS;
    double from = where.lower();
    double sum = Math.abs(p.cdf(from) - q.cdf(from));
    double x = from + 0.5 * step;
    boolean above = excess(p, q, x) > 0;
    for (int i = 1; i < STEPS; i++) {
      double next = where.lower() + (i + 0.5) * step;
      boolean nextAbove = excess(p, q, next) > 0;
      if (nextAbove != above) {
        double crossing = crossing(p, q, x, next, above);
        sum += Math.abs(mass(p, from, crossing) - mass(q, from, crossing));
        from = crossing;
        above = nextAbove;
      }
      x = next;
    }
    double end = where.upper();
    sum += Math.abs(mass(p, from, end) - mass(q, from, end));
    return 0.5 * (sum + Math.abs(p.cdf(end) - q.cdf(end)));
  }

  private static double crossing(
      ScalarDensity p, ScalarDensity q, double from, double to, boolean above) {
    double low = from;
    double high = to;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      if (excess(p, q, middle) > 0 == above) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double excess(ScalarDensity p, ScalarDensity q, double x) {
    return p.logDensity(x) - q.logDensity(x);
  }

  private static double mass(ScalarDensity p, double from, double to) {
    return p.cdf(to) - p.cdf(from);
  }
}
