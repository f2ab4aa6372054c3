package hydrangea.models.family;

/**
 * {@code log q = -x^2 / (2 sigma), psi = x / sigma}: the normal density of mean v and variance
 * sigma, {@code log Z = v^2 / (2 sigma) + log(2 pi sigma) / 2}. With the features {@code [s, a]} it
 * makes a linear dynamical system.
 *
 * @param sigma the variance
 */
public record Normal(double sigma) implements Family {
  public Normal {
    new PowerBase(2, sigma);
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
    return new double[] {x / sigma};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {1 / sigma};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[1];
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return halves(v[0]).reach(nats);
  }

  @Override
  public double scale() {
    return Math.sqrt(sigma);
  }

  @Override
  public ScalarDensity at(double... v) {
    return halves(v[0]);
  }

  private GaussianHalves halves(double mean) {
    return new GaussianHalves(sigma, mean / sigma, mean / sigma);
  }

  @Override
  public Sampler sampler() {
    double std = Math.sqrt(sigma);
    return (v, count, x, from, step, random) -> {
      for (int i = 0, k = from; i < count; i++, k += step) {
        x[k] = v[i] + std * random.nextGaussian();
      }
    };
  }

  @Override
  public Sampler means() {
    return (v, count, x, from, step, random) -> {
      for (int i = 0, k = from; i < count; i++, k += step) {
        x[k] = v[i];
      }
    };
  }
}
