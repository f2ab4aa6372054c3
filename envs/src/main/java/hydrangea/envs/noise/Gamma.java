package hydrangea.envs.noise;

import java.util.random.RandomGenerator;

/**
 * Draws of the gamma distribution {@code p(g) ~ g^(shape - 1) exp(-g)} by rejection.
 *
 * <p>Source: Marsaglia and Tsang 2000, "A simple method for generating gamma variables"; shapes
 * below 1 by their note on page 371.
 */
public final class Gamma {
  private Gamma() {}

  public static double sample(double shape, RandomGenerator random) {
    if (shape < 1) {
      return sample(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      if (root > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
