package hydrangea.envs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Many draws from one seed, and what they should look like. */
final class Draws {
  private Draws() {}

  static <T> List<T> of(int count, Function<RandomGenerator, T> draw) {
    SplittableRandom random = new SplittableRandom(20_240);
    return Stream.generate(() -> draw.apply(random)).limit(count).toList();
  }

  /** Kolmogorov-Smirnov at one in 10,000; every draw within the bounds. */
  static void assertUniform(DoubleStream draws, double low, double high) {
    double[] sorted = draws.sorted().toArray();
    assertThat(sorted[0]).isGreaterThanOrEqualTo(low);
    assertThat(sorted[sorted.length - 1]).isLessThanOrEqualTo(high);
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = (sorted[i] - low) / (high - low);
      distance = Math.max(distance, Math.abs((i + .5) / sorted.length - expected));
    }
    assertThat(distance).isLessThan(2.23 / Math.sqrt(sorted.length));
  }

  static <S> double meanReturnOfRandomPlay(Environment<S> environment, int episodes) {
    SplittableRandom random = new SplittableRandom(7);
    double total = 0;
    for (int episode = 0; episode < episodes; episode++) {
      total += returnOfRandomPlay(environment, random);
    }
    return total / episodes;
  }

  private static <S> double returnOfRandomPlay(Environment<S> environment, RandomGenerator random) {
    S state = environment.reset(random);
    double sum = 0;
    while (true) {
      Step<S> step = environment.step(state, environment.actionSpace().sample(random), random);
      sum += step.reward();
      if (step.done()) {
        return sum;
      }
      state = step.state();
    }
  }
}
