package hydrangea.models.family;

import hydrangea.models.Check;

/**
 * {@code log q = -|x|^alpha / alpha, psi = sin(P x)}: mean and variance hardly depend on v, so no
 * linear model of the mean sees it.
 *
 * <p>Source: Li et al. 2022, arXiv 2112.14195.
 *
 * @param frequency P, in radians per unit of x
 */
public record CustomSin(double frequency, double alpha, Interval support) implements Family {
  public CustomSin {
    Check.positive("frequency", frequency);
    Check.positive("alpha", alpha);
    support.aroundZero("customSin");
  }

  @Override
  public PowerBase base() {
    return new PowerBase(alpha, 1);
  }

  @Override
  public double[] psi(double x) {
    return new double[] {Math.sin(frequency * x)};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {frequency * Math.cos(frequency * x)};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[] {-frequency * frequency * Math.sin(frequency * x)};
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return base().reach(0, Math.abs(v[0]), nats, support);
  }

  @Override
  public double scale() {
    return 1 / Math.max(1, frequency);
  }
}
