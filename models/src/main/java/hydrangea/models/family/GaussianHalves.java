package hydrangea.models.family;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Erf;

/**
 * {@code p(x) ~ exp(-x^2 / (2 sigma) + slope x)} with one slope left of 0 and another right of it:
 * halves of two normal densities that meet at 0. With {@code y = |x| / sqrt(sigma)} either half is
 * {@code exp(-y^2 / 2 - t y)}, t = sqrt(sigma) times its slope away from 0 negated, of mass {@code
 * sqrt(sigma) M(t)} with Mills' ratio
 *
 * <pre>
 *   M(t) = integral_0^inf exp(-y^2 / 2 - t y) dy = sqrt(2 pi) exp(t^2 / 2) Phi(-t)
 *   E[y] = 1 / M(t) - t        E[y^2] = 1 - t E[y]
 * </pre>
 *
 * @param sigma variance of either normal density
 * @param left slope left of 0
 * @param right slope right of 0
 */
public record GaussianHalves(double sigma, double left, double right) implements ScalarDensity {
  private static final double HALF_LOG_HALF_PI = 0.5 * Math.log(Math.PI / 2);

  private double std() {
    return Math.sqrt(sigma);
  }

  /** t of the left half. */
  private double leftT() {
    return std() * left;
  }

  private double rightT() {
    return -std() * right;
  }

  /** log of the mass of both halves over sqrt(sigma). */
  private double logMills() {
    double one = logMills(leftT());
    double other = logMills(rightT());
    return Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));
  }

  /** The probability of x below 0. */
  private double shareLeft() {
    return 1 / (1 + Math.exp(logMills(rightT()) - logMills(leftT())));
  }

  Interval reach(double nats) {
    double far = std() * Math.sqrt(2 * nats);
    double lowest = Math.min(0, sigma * left);
    double highest = Math.max(0, sigma * right);
    return new Interval(lowest - far, highest + far);
  }

  @Override
  public double logPartition() {
    return 0.5 * Math.log(sigma) + logMills();
  }

  @Override
  public double logDensity(double x) {
    return -x * x / (2 * sigma) + (x < 0 ? left : right) * x - logPartition();
  }

  @Override
  public double mean() {
    double share = shareLeft();
    return std() * ((1 - share) * meanOfHalf(rightT()) - share * meanOfHalf(leftT()));
  }

  @Override
  public double variance() {
    double share = shareLeft();
    double squares =
        share * (1 - leftT() * meanOfHalf(leftT()))
            + (1 - share) * (1 - rightT() * meanOfHalf(rightT()));
    double mean = mean() / std();
    return sigma * (squares - mean * mean);
  }

  private static double meanOfHalf(double t) {
    return Math.exp(-logMills(t)) - t;
  }

  @Override
  public double cdf(double x) {
    double y = Math.abs(x) / std();
    return x < 0 ? beyond(y, leftT()) : 1 - beyond(y, rightT());
  }

  /** The share of all mass that lies farther out than y, on the side of t. */
  private double beyond(double y, double t) {
    return Math.exp(-y * y / 2 - t * y + logMills(t + y) - logMills());
  }

  @Override
  public double quantile(double p) {
    return Quantiles.of(this, reach(750), p);
  }

  @Override
  public double sample(RandomGenerator random) {
    return random.nextDouble() < shareLeft()
        ? -std() * half(leftT(), random)
        : std() * half(rightT(), random);
  }

  /**
   * A draw of y by rejection, from the normal density or, where that hardly reaches, from an
   * exponential one.
   *
   * <p>Source: Robert 1995, "Simulation of truncated normal variables", section 2.
   */
  private static double half(double t, RandomGenerator random) {
    if (t < 0.3) {
      double y;
      do {
        y = random.nextGaussian() - t;
      } while (y < 0);
      return y;
    }
    double rate = 0.5 * (t + Math.sqrt(t * t + 4));
    while (true) {
      double y = random.nextExponential() / rate;
      double off = y + t - rate;
      if (random.nextDouble() < Math.exp(-0.5 * off * off)) {
        return y;
      }
    }
  }

  /** log M(t); beyond 8 by Laplace's continued fraction, since there Phi(-t) fades away. */
  private static double logMills(double t) {
    if (t < 8) {
      return 0.5 * t * t + HALF_LOG_HALF_PI + Math.log(Erf.erfc(t / Math.sqrt(2)));
    }
    double fraction = t;
    for (int i = 40; i >= 1; i--) {
      fraction = t + i / fraction;
    }
    return -Math.log(fraction);
  }
}
