package hydrangea.envs.noise;

import java.util.random.RandomGenerator;

/** What is added to the next state of a stochastic cart-pole, scaled by a std per coordinate. */
public sealed interface Noise {
  /**
   * Adds a draw to the coordinates of {@code next} from {@code at} on, as many as {@code std} has.
   *
   * @param states the state before, at the same place
   * @param push the action that was taken, -1 to 1
   */
  void add(
      double[] next, double[] states, int at, double push, double[] std, RandomGenerator random);

  /** {@code N(0, std_i^2)} to every coordinate. */
  record NormalNoise() implements Noise {
    @Override
    public void add(
        double[] next, double[] states, int at, double push, double[] std, RandomGenerator random) {
      for (int i = 0; i < std.length; i++) {
        next[at + i] += std[i] * random.nextGaussian();
      }
    }
  }

  /** An exponential number of mean {@code std_1} to the first coordinate. */
  record ExponentialNoise() implements Noise {
    @Override
    public void add(
        double[] next, double[] states, int at, double push, double[] std, RandomGenerator random) {
      next[at] += std[0] * random.nextExponential();
    }
  }

  /**
   * {@code e_i ~ exp(-|e_i|^alpha / alpha + v sin(e_i / std_i))} with {@code v = s_1 + ... + s_n +
   * a} to every coordinate. The std sets how fast the sine turns, not how far the noise reaches:
   * that is about 1 everywhere, which no pole survives for long.
   */
  record CustomSinNoise(double alpha) implements Noise {
    public CustomSinNoise {
      positive("alpha", alpha);
    }

    @Override
    public void add(
        double[] next, double[] states, int at, double push, double[] std, RandomGenerator random) {
      double v = push;
      for (int i = 0; i < std.length; i++) {
        v += states[at + i];
      }
      for (int i = 0; i < std.length; i++) {
        next[at + i] += new SineTilt(1 / std[i], alpha).sample(v, random);
      }
    }
  }

  /** {@code N(0, std_1^2)} to the first coordinate, half of the time about {@code width std_1}. */
  record MixtureNoise(double width) implements Noise {
    public MixtureNoise {
      if (!Double.isFinite(width)) {
        throw new IllegalArgumentException("width must be finite, but is " + width);
      }
    }

    @Override
    public void add(
        double[] next, double[] states, int at, double push, double[] std, RandomGenerator random) {
      double mean = random.nextBoolean() ? width : 0;
      next[at] += std[0] * (mean + random.nextGaussian());
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s must be positive and finite, but is %s".formatted(name, value));
    }
  }
}
