package hydrangea.models.family;

import hydrangea.models.Check;
import java.util.random.RandomGenerator;

/**
 * {@code log q = 0, psi = x} on x &gt; 0: the exponential density of rate {@code -v}, {@code log Z
 * = -log(-v)}. Its mass touches the border, where score matching's integration by parts leaves a
 * term: score matching does not find v.
 */
public record Exponential() implements Family {
  @Override
  public Base base() {
    return Base.FLAT;
  }

  @Override
  public Interval support() {
    return new Interval(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public double[] psi(double x) {
    return new double[] {x};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {1};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[1];
  }

  @Override
  public boolean admits(double[] v) {
    return v[0] < 0;
  }

  @Override
  public double[] start() {
    return new double[] {-1};
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return new Interval(0, nats / at(v).rate);
  }

  @Override
  public Density at(double... v) {
    return new Density(-v[0]);
  }

  @Override
  public Sampler sampler() {
    return new OneByOne(this, ScalarDensity::sample);
  }

  /** {@code p(x) = rate exp(-rate x)}. */
  public record Density(double rate) implements ScalarDensity {
    public Density {
      Check.require(
          rate > 0, () -> "an exponential density needs v < 0, minus its rate, but v is " + -rate);
    }

    @Override
    public double logPartition() {
      return -Math.log(rate);
    }

    @Override
    public double logDensity(double x) {
      return x < 0 ? Double.NEGATIVE_INFINITY : Math.log(rate) - rate * x;
    }

    @Override
    public double mean() {
      return 1 / rate;
    }

    @Override
    public double variance() {
      return 1 / (rate * rate);
    }

    @Override
    public double cdf(double x) {
      return x < 0 ? 0 : -Math.expm1(-rate * x);
    }

    @Override
    public double quantile(double p) {
      return -Math.log1p(-p) / rate;
    }

    @Override
    public double sample(RandomGenerator random) {
      return random.nextExponential() / rate;
    }
  }
}
