package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.LUNAR_LANDER_V3;
import static hydrangea.envs.GymnasiumSpecs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.LunarLander.State;
import hydrangea.envs.lander.Motion;
import hydrangea.envs.lander.Moves;
import hydrangea.envs.lander.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LunarLanderTest {
  private static final Start STILL = new Start(Collections.nCopies(12, 2.0), 0, 0, 0, 0);
  private static final LunarLander.Spec CONTINUOUS = with(LUNAR_LANDER_V3, "continuous", true);

  private static final Offset<Double> ROUNDED = within(1e-4); // float32 observations, times 100

  /** Upright and without scatter: which way each engine pushes and turns. */
  @ParameterizedTest
  @CsvSource({"1, -.050, .099, 0", "3, .050, -.099, 0", "2, 0, 0, .34", "0, 0, 0, 0"})
  void step_oneEngine_pushesAndTurnsItsWay(int action, double vx, double omega, double vy) {
    Motion pushed = after(LUNAR_LANDER_V3, action);
    Motion free = after(LUNAR_LANDER_V3, 0);

    assertThat(pushed.vx() - free.vx()).isCloseTo(vx, within(.003));
    assertThat(pushed.omega() - free.omega()).isCloseTo(omega, within(.003));
    assertThat(pushed.vy() - free.vy()).isCloseTo(vy, within(.01));
  }

  @Test
  void step_continuousAtFullPower_isTheDiscreteStep() {
    assertThat(after(CONTINUOUS, 1, 0)).isEqualTo(after(LUNAR_LANDER_V3, 2));
    assertThat(after(CONTINUOUS, -1, -1)).isEqualTo(after(LUNAR_LANDER_V3, 1));
    assertThat(after(CONTINUOUS, -.2, 1)).isEqualTo(after(LUNAR_LANDER_V3, 3));
    assertThat(after(CONTINUOUS, 0, .5)).isEqualTo(after(LUNAR_LANDER_V3, 0));
  }

  @Test
  void step_engineOn_costsFuel() {
    try (LunarLander lander = new LunarLander(CONTINUOUS)) {
      State state = lander.reset(STILL, 0, 0);
      SplittableRandom still = new SplittableRandom(0);
      Step<State> idle = lander.step(state, new double[] {0, 0}, still);
      Step<State> burning = lander.step(state, new double[] {.5, -.75}, still);

      assertThat(idle.reward())
          .isCloseTo(potential(lander, idle) - potential(lander, state), ROUNDED);
      assertThat(burning.reward())
          .isCloseTo(
              potential(lander, burning) - potential(lander, state) - .3 * .75 - .03 * .75,
              ROUNDED);
    }
  }

  /** Two steps of a fiftieth of a second, the reset's and ours. */
  @Test
  void step_otherGravity_fallsByTheDifference() {
    double falling = after(LUNAR_LANDER_V3, 0).vy();
    double floating = after(with(LUNAR_LANDER_V3, "gravity", -2.0), 0).vy();

    assertThat(floating - falling).isCloseTo(8 * 2 / 50., within(1e-6));
  }

  @Test
  void step_inTheWind_isBlownOffCourse() {
    Motion calm = after(LUNAR_LANDER_V3, 0);
    LunarLander.Spec windy = with(LUNAR_LANDER_V3, "enableWind", true);

    assertThat(after(windy, 0).vx()).isNotEqualTo(calm.vx());
    assertThat(after(with(with(windy, "windPower", 0.0), "turbulencePower", 0.0), 0))
        .isEqualTo(calm);
  }

  @Test
  void step_fromATerminalState_isRefused() {
    try (LunarLander lander = new LunarLander(LUNAR_LANDER_V3)) {
      SplittableRandom random = new SplittableRandom(0);
      State state = lander.reset(random);
      Step<State> step = lander.step(state, new double[] {0}, random);
      while (!step.terminated()) {
        step = lander.step(step.state(), new double[] {0}, random);
      }
      State last = step.state();

      assertThat(step.reward()).isEqualTo(-100);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lander.step(last, new double[] {0}, random))
          .withMessageEndingWith("is terminal: reset before the next step");
    }
  }

  /** Any state of an episode, also of another environment's: its world is rebuilt. */
  @Test
  void step_fromAnEarlierState_isTheStepItWas() {
    try (LunarLander lander = new LunarLander(LUNAR_LANDER_V3);
        LunarLander other = new LunarLander(LUNAR_LANDER_V3)) {
      SplittableRandom random = new SplittableRandom(3);
      State state = lander.reset(random);
      for (int t = 0; t < 30; t++) {
        state = lander.step(state, lander.actionSpace().sample(random), random).state();
      }
      double[] main = {2};
      Step<State> first = lander.step(state, main, new SplittableRandom(4));
      lander.step(first.state(), main, new SplittableRandom(5));

      assertThat(lander.step(state, main, new SplittableRandom(4))).isEqualTo(first);
      assertThat(other.step(state, main, new SplittableRandom(4))).isEqualTo(first);
    }
  }

  @Test
  void spaces_v3_areGymnasiums() {
    double turn = (float) (2 * Math.PI);
    try (LunarLander lander = new LunarLander(LUNAR_LANDER_V3)) {
      assertThat(lander.actionSpace()).isEqualTo(new Discrete(4));
      assertThat(new LunarLander(CONTINUOUS).actionSpace()).isEqualTo(Box.symmetric(1, 1));
      assertThat(lander.observationSpace())
          .isEqualTo(
              new Box(
                  List.of(-2.5, -2.5, -10.0, -10.0, -turn, -10.0, 0.0, 0.0),
                  List.of(2.5, 2.5, 10.0, 10.0, turn, 10.0, 1.0, 1.0)));
    }
  }

  @Test
  void reset_manyTimes_drawsAsGymnasium() {
    List<Start> starts = Draws.of(5_000, random -> Start.draw(random, true));

    Draws.assertUniform(
        starts.stream().flatMap(start -> start.heights().stream()).mapToDouble(h -> h), 0, 20 / 3.);
    Draws.assertUniform(starts.stream().mapToDouble(Start::forceX), -1000, 1000);
    Draws.assertUniform(starts.stream().mapToDouble(Start::forceY), -1000, 1000);
    Draws.assertUniform(starts.stream().mapToDouble(Start::windIndex), -9999, 9998);
    Draws.assertUniform(starts.stream().mapToDouble(Start::torqueIndex), -9999, 9998);
    assertThat(Start.draw(new SplittableRandom(0), false).windIndex()).isZero();
  }

  /**
   * Worlds that were not freed made the process grow by 100 kB each; freed ones, by 3 MB in all.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void reset_thousandsOfTimes_freesEveryWorld() throws IOException {
    RandomGenerator random = new SplittableRandom(0);
    fly(4_000, random);
    long before = residentKilobytes();

    fly(3_000, random);

    assertThat(residentKilobytes() - before).isLessThan(60_000);
  }

  @Test
  void close_afterUse_letsTheEnvironmentGoOn() {
    LunarLander lander = new LunarLander(LUNAR_LANDER_V3);
    State state = lander.reset(STILL, 0, 0);
    lander.close();
    lander.close();

    Step<State> step = lander.step(state, new double[] {0}, new SplittableRandom(0));

    assertThat(step.state().moves().count()).isEqualTo(2);
    lander.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -12, Double.NaN, 9.8})
  void spec_impossibleGravity_isRefused(double gravity) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(LUNAR_LANDER_V3, "gravity", gravity))
        .withMessage("gravity must lie between -12 and 0, but is %s", gravity);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windPower", "turbulencePower"})
  void spec_impossibleWind_isRefusedByName(String component) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(LUNAR_LANDER_V3, component, -1.0))
        .withMessage("%s must be finite and not negative, but is -1.0", component);
  }

  /** The lander's motion after one step from rest. */
  private static Motion after(LunarLander.Spec spec, double... action) {
    try (LunarLander lander = new LunarLander(spec)) {
      State state = lander.reset(new Start(STILL.heights(), 0, 0, 40, 90), 0, 0);
      var move = new Moves.Move(lander.thrust(action), 0, 0);
      return lander.step(state, move).state().now().lander();
    }
  }

  private static double potential(LunarLander lander, Step<State> step) {
    return potential(lander, step.state());
  }

  /** In flight; by hand from the observation. */
  private static double potential(LunarLander lander, State state) {
    double[] o = lander.observe(state);
    return -100 * (Math.hypot(o[0], o[1]) + Math.hypot(o[2], o[3]) + Math.abs(o[4]));
  }

  private static void fly(int episodes, RandomGenerator random) {
    try (LunarLander lander = new LunarLander(LUNAR_LANDER_V3)) {
      for (int episode = 0; episode < episodes; episode++) {
        State state = lander.reset(random);
        lander.step(state, new double[] {2}, random);
      }
    }
  }

  private static long residentKilobytes() throws IOException {
    System.gc(); // the heap's own growth is none of ours
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
