package hydrangea.models.family;

import hydrangea.models.Check;

/** {@code log q(x) = -|x|^alpha / (alpha sigma)}: with alpha 2 a normal one of variance sigma. */
public record PowerBase(double alpha, double sigma) implements Base {
  public PowerBase {
    Check.positive("alpha", alpha);
    Check.positive("sigma", sigma);
  }

  @Override
  public double log(double x) {
    return -Math.pow(Math.abs(x), alpha) / (alpha * sigma);
  }

  /** 0 at 0, where it has no slope for alpha up to 1. */
  @Override
  public double slope(double x) {
    return x == 0 ? 0 : -Math.signum(x) * Math.pow(Math.abs(x), alpha - 1) / sigma;
  }

  /**
   * Where {@code log q + g} has fallen {@code nats} below its maximum for good, for any g within
   * {@code +-(linear |x| + height)}.
   */
  public Interval reach(double linear, double height, double nats, Interval support) {
    double drop = nats + 2 * height;
    double x = 1;
    while (-log(x) - linear * x < drop || -slope(x) < linear) {
      x *= 1.25;
      if (x > Math.max(-support.lower(), support.upper())) {
        return support;
      }
      Check.require(x < 1e5, this::tooWide);
    }
    return new Interval(-x, x).within(support);
  }

  private String tooWide() {
    return "the density with alpha %s and sigma %s spreads beyond 1e5: give it a finite support"
        .formatted(alpha, sigma);
  }
}
