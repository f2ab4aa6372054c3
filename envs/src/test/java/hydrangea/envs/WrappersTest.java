package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.CART_POLE_V1;
import static hydrangea.envs.GymnasiumSpecs.PENDULUM_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wrappers that change what goes in or comes out, and nothing else. */
final class WrappersTest {
  private final RandomGenerator random = new SplittableRandom(0);
  private final Pendulum pendulum = new Pendulum(PENDULUM_V1);
  private final Pendulum.State state = new Pendulum.State(1, .5);

  @ParameterizedTest
  @CsvSource({"-1, -2", "-.5, -1", "0, 0", "1, 2", "7, 2"})
  void scaledActions_step_isTheStepOfTheStretchedAction(double action, double torque) {
    ScaledActions<Pendulum.State> scaled = new ScaledActions<>(pendulum);

    assertThat(scaled.actionSpace()).isEqualTo(Box.symmetric(1));
    assertThat(scaled.step(state, new double[] {action}, random))
        .isEqualTo(pendulum.step(state, new double[] {torque}, random));
  }

  @Test
  void scaledActions_unevenBounds_areMetAtBothEnds() {
    ScaledActions<Integer> scaled = new ScaledActions<>(new Echo(new AtomicInteger()));

    assertThat(scaled.step(0, new double[] {-1, -1}, random).reward()).isEqualTo(2 * 10 + 3);
    assertThat(scaled.step(0, new double[] {1, 0}, random).reward()).isEqualTo(6 * 10 + 3.5);
  }

  @Test
  void scaledActions_ofIndicesOrWithoutBounds_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScaledActions<>(new CartPole(CART_POLE_V1)))
        .withMessage(
            "only actions between finite bounds can be scaled, not those of Discrete[n=2]");
    assertThatIllegalArgumentException().isThrownBy(() -> new ScaledActions<>(new Boundless()));
  }

  @Test
  void scaledReward_step_changesTheRewardAlone() {
    Step<Pendulum.State> plain = pendulum.step(state, new double[] {1}, random);

    assertThat(new ScaledReward<>(pendulum, .25).step(state, new double[] {1}, random))
        .isEqualTo(new Step<>(plain.state(), plain.reward() / 4, false, false));
    Step<Integer> end =
        new ScaledReward<>(new Echo(new AtomicInteger()), 2).step(0, new double[] {0, 1}, random);
    assertThat(end).isEqualTo(new Step<>(1, 2, true, true));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void scaledReward_impossibleFactor_isRefused(double factor) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScaledReward<>(pendulum, factor))
        .withMessage("factor must be positive and finite, but is %s", factor);
  }

  @Test
  void wrappers_otherwise_passEverythingOn() {
    AtomicInteger closed = new AtomicInteger();
    Echo echo = new Echo(closed);
    for (Environment<Integer> wrapper :
        List.of(new ScaledActions<>(echo), new ScaledReward<>(echo, 3))) {
      assertThat(wrapper.observationSpace()).isEqualTo(echo.observationSpace());
      assertThat(wrapper.reset(random)).isEqualTo(7);
      assertThat(wrapper.observe(8)).containsExactly(8);
      wrapper.close();
    }
    assertThat(closed).hasValue(2);
    assertThat(new ScaledReward<>(echo, 3).actionSpace()).isEqualTo(echo.actionSpace());
    assertThat(new ScaledReward<>(pendulum, 3).renderer()).isPresent();
    assertThat(new ScaledActions<>(pendulum).renderer()).isPresent();
  }

  /** Its reward tells the action; it ends at once, both ways. */
  private record Echo(AtomicInteger closed) implements Environment<Integer> {
    @Override
    public Box observationSpace() {
      return Box.symmetric(9);
    }

    @Override
    public Box actionSpace() {
      return new Box(List.of(2., 3.), List.of(6., 4.));
    }

    @Override
    public Integer reset(RandomGenerator random) {
      return 7;
    }

    @Override
    public Step<Integer> step(Integer state, double[] action, RandomGenerator random) {
      return new Step<>(state + 1, 10 * action[0] + action[1], true, true);
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

  private static final class Boundless implements Environment<Integer> {
    @Override
    public Box observationSpace() {
      return Box.symmetric(1);
    }

    @Override
    public Box actionSpace() {
      return Box.symmetric(Double.POSITIVE_INFINITY);
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
      return new double[] {0};
    }
  }
}
