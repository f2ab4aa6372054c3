package hydrangea.models.family;

import java.util.List;

/**
 * {@code log q = -x^2 / (2 sigma), psi = [x, max(x, 0), max(-x, 0)]}: two halves of normal
 * densities of variance sigma, of means {@code sigma (v_1 - v_3)} left of 0 and {@code sigma (v_1 +
 * v_2)} right of it.
 *
 * <p>The second statistic less the third is the first: v is not unique, and an estimate of it needs
 * a regulariser.
 *
 * @param sigma the variance of either half before it was cut
 */
public record MogRelu(double sigma) implements Family {
  public MogRelu {
    new PowerBase(2, sigma);
  }

  @Override
  public int statistics() {
    return 3;
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
    return new double[] {x, Math.max(x, 0), Math.max(-x, 0)};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {1, x > 0 ? 1 : 0, x < 0 ? -1 : 0};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[3];
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
    return new GaussianHalves(sigma, v[0] - v[2], v[0] + v[1]);
  }
}
