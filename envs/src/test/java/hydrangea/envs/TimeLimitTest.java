package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.CART_POLE_V1;
import static hydrangea.envs.GymnasiumSpecs.PENDULUM_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeLimitTest {
  private final SplittableRandom random = new SplittableRandom(0);

  @ParameterizedTest
  @CsvSource({"0, false", "198, false", "199, true", "200, true"})
  void step_afterThatMany_truncatesFromTheLimitOn(int elapsed, boolean truncated) {
    var state = new TimeLimit.State<>(new Pendulum.State(1, 0), elapsed);

    var step = PENDULUM_V1.build().step(state, new double[] {0}, random);

    assertThat(step.truncated()).isEqualTo(truncated);
    assertThat(step.terminated()).isFalse();
    assertThat(step.state().elapsedSteps()).isEqualTo(elapsed + 1);
  }

  @Test
  void step_thatFallsAtTheLimit_isTerminatedAndTruncated() {
    var state = new TimeLimit.State<>(new CartPole.State(2.39, 1, 0, 0), 499);

    var step = CART_POLE_V1.build().step(state, new double[] {1}, random);

    assertThat(step.terminated()).isTrue();
    assertThat(step.truncated()).isTrue();
  }

  @Test
  void step_truncatedInside_staysTruncated() {
    var nested = new TimeLimit<>(new TimeLimit<>(new Pendulum(PENDULUM_V1), 1), 10);

    assertThat(nested.step(nested.reset(random), new double[] {0}, random).truncated()).isTrue();
  }

  @Test
  void reset_always_startsTheCountAgain() {
    assertThat(CART_POLE_V1.build().reset(random).elapsedSteps()).isZero();
  }

  @Test
  void close_ofTheWrapper_closesTheEnvironment() {
    AtomicInteger closed = new AtomicInteger();
    new TimeLimit<>(new Closeable(closed), 5).close();

    assertThat(closed).hasValue(1);
  }

  @Test
  void limit_ofNoSteps_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeLimit<>(new Pendulum(PENDULUM_V1), 0))
        .withMessage("maxEpisodeSteps must be at least 1, but is 0");
  }

  /** An environment that holds something to free, as a native simulation does. */
  private record Closeable(AtomicInteger closed) implements Environment<Integer> {
    @Override
    public Box observationSpace() {
      return Box.symmetric(1);
    }

    @Override
    public Space actionSpace() {
      return new Discrete(1);
    }

    @Override
    public Integer reset(RandomGenerator random) {
      return 0;
    }

    @Override
    public Step<Integer> step(Integer state, double[] action, RandomGenerator random) {
      return new Step<>(state, 0, false, false);
    }

    @Override
    public double[] observe(Integer state) {
      return new double[] {state};
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
