package hydrangea.models.family;

import hydrangea.models.Check;

/**
 * {@code log q = -|x|^alpha / alpha, psi = [x, 4 sin(x)^2]}: a few bumps, like a mixture of
 * Gaussians.
 */
public record MogLike(double alpha, Interval support) implements Family {
  public MogLike {
    Check.positive("alpha", alpha);
    support.aroundZero("mogLike");
  }

  @Override
  public PowerBase base() {
    return new PowerBase(alpha, 1);
  }

  @Override
  public int statistics() {
    return 2;
  }

  @Override
  public double[] psi(double x) {
    return new double[] {x, 4 * Math.sin(x) * Math.sin(x)};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {1, 4 * Math.sin(2 * x)};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[] {0, 8 * Math.cos(2 * x)};
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return base().reach(Math.abs(v[0]), 4 * Math.abs(v[1]), nats, support);
  }
}
