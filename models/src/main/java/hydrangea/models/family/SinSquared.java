package hydrangea.models.family;

import hydrangea.models.Check;

/** {@code log q = -|x|^alpha / alpha, psi = sin(x)^2}. */
public record SinSquared(double alpha, Interval support) implements Family {
  public SinSquared {
    Check.positive("alpha", alpha);
    support.aroundZero("sinSquared");
  }

  @Override
  public PowerBase base() {
    return new PowerBase(alpha, 1);
  }

  @Override
  public double[] psi(double x) {
    return new double[] {Math.sin(x) * Math.sin(x)};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {Math.sin(2 * x)};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[] {2 * Math.cos(2 * x)};
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return base().reach(0, Math.abs(v[0]), nats, support);
  }
}
