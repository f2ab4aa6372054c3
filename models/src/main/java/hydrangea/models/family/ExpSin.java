package hydrangea.models.family;

import hydrangea.models.Check;

/** {@code log q = -|x|^alpha / alpha, psi = exp(sin(x))}. */
public record ExpSin(double alpha, Interval support) implements Family {
  public ExpSin {
    Check.positive("alpha", alpha);
    support.aroundZero("expSin");
  }

  @Override
  public PowerBase base() {
    return new PowerBase(alpha, 1);
  }

  @Override
  public double[] psi(double x) {
    return new double[] {Math.exp(Math.sin(x))};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {Math.cos(x) * Math.exp(Math.sin(x))};
  }

  @Override
  public double[] psiCurvature(double x) {
    double sin = Math.sin(x);
    double cos = Math.cos(x);
    return new double[] {Math.exp(sin) * (cos * cos - sin)};
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return base().reach(0, Math.E * Math.abs(v[0]), nats, support);
  }
}
