package hydrangea.models.family;

import java.util.List;

/**
 * {@code log q = -x^2 / (2 sigma), psi = [x, max(x, 0)]}: two halves of normal densities of
 * variance sigma, of means {@code sigma v_1} left of 0 and {@code sigma (v_1 + v_2)} right of it.
 *
 * @param sigma the variance of either half before it was cut
 */
public record ExpRelu(double sigma) implements Family {
  public ExpRelu {
    new PowerBase(2, sigma);
  }

  @Override
  public int statistics() {
    return 2;
  }

  @Override
  public PowerBase base() {
    return new PowerBase(2, sigma);
  }

  @Override
  public Interval support() {
    return Interval.LINE;
  }

  @Override
  public double[] psi(double x) {
    return new double[] {x, Math.max(x, 0)};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {1, x > 0 ? 1 : 0};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[2];
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return at(v).reach(nats);
  }

  @Override
  public List<Double> kinks() {
    return List.of(0.0);
  }

  @Override
  public double scale() {
    return Math.sqrt(sigma);
  }

  @Override
  public GaussianHalves at(double... v) {
    return new GaussianHalves(sigma, v[0], v[0] + v[1]);
  }
}
