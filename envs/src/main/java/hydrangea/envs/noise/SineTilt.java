package hydrangea.envs.noise;

import java.util.random.RandomGenerator;

/**
 * Exact draws from {@code p(x) ~ exp(-|x|^alpha / alpha + v sin(P x))}: {@code |x|^alpha / alpha}
 * of the base is a gamma variable of shape 1 / alpha; a draw of it is kept with probability {@code
 * exp(v sin(P x) - |v|)}, about {@code 1 / sqrt(2 pi |v|)} on average.
 *
 * <p>Source of the density: Li et al. 2022, arXiv 2112.14195, and its code.
 *
 * @param frequency P
 */
public record SineTilt(double frequency, double alpha) {
  public double sample(double v, RandomGenerator random) {
    while (true) {
      double x = base(random);
      if (random.nextDouble() < Math.exp(v * Math.sin(frequency * x) - Math.abs(v))) {
        return x;
      }
    }
  }

  private double base(RandomGenerator random) {
    double size = Math.pow(alpha * Gamma.sample(1 / alpha, random), 1 / alpha);
    return random.nextBoolean() ? size : -size;
  }
}
