package hydrangea.models.family;

import hydrangea.envs.noise.Gamma;
import hydrangea.models.Check;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * {@code log q = 0, psi = [log x, log(1 - x)]} on (0, 1): the beta density of shapes {@code a = v_1
 * + 1, b = v_2 + 1}, of mean {@code a / (a + b)}.
 */
public record Beta() implements Family {
  @Override
  public int statistics() {
    return 2;
  }

  @Override
  public Base base() {
    return Base.FLAT;
  }

  @Override
  public Interval support() {
    return new Interval(0, 1);
  }

  @Override
  public double[] psi(double x) {
    return new double[] {Math.log(x), Math.log1p(-x)};
  }

  @Override
  public double[] psiSlope(double x) {
    return new double[] {1 / x, -1 / (1 - x)};
  }

  @Override
  public double[] psiCurvature(double x) {
    return new double[] {-1 / (x * x), -1 / ((1 - x) * (1 - x))};
  }

  @Override
  public boolean admits(double[] v) {
    return v[0] > -1 && v[1] > -1;
  }

  @Override
  public Interval reach(double[] v, double nats) {
    return support();
  }

  @Override
  public ScalarDensity at(double... v) {
    Check.require(
        admits(v),
        () -> "a beta density needs v > -1, its shapes less 1, but v is " + v[0] + " and " + v[1]);
    return new Density(new BetaDistribution(v[0] + 1, v[1] + 1, 1e-14));
  }

  private record Density(BetaDistribution beta) implements ScalarDensity {
    @Override
    public double logPartition() {
      return org.hipparchus.special.Beta.logBeta(beta.getAlpha(), beta.getBeta());
    }

    @Override
    public double logDensity(double x) {
      return beta.logDensity(x);
    }

    @Override
    public double mean() {
      return beta.getNumericalMean();
    }

    @Override
    public double variance() {
      return beta.getNumericalVariance();
    }

    @Override
    public double cdf(double x) {
      return beta.cumulativeProbability(x);
    }

    @Override
    public double quantile(double p) {
      return Quantiles.of(this, new Interval(0, 1), p);
    }

    @Override
    public double sample(RandomGenerator random) {
      double one = Gamma.sample(beta.getAlpha(), random);
      return one / (one + Gamma.sample(beta.getBeta(), random));
    }
  }
}
