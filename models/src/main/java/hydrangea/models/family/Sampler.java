package hydrangea.models.family;

import java.util.random.RandomGenerator;

/** Draws of one coordinate for many parameters at once; safe to use from several threads. */
@FunctionalInterface
public interface Sampler {
  /**
   * One draw {@code x[from + i step]} for each of the parameters.
   *
   * @param v parameters one after another, {@code [count, k]}
   */
  void sample(double[] v, int count, double[] x, int from, int step, RandomGenerator random);
}
