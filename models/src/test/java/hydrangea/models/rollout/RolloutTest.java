package hydrangea.models.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Box;
import hydrangea.envs.Discrete;
import hydrangea.envs.EnvSpec;
import hydrangea.envs.Environment;
import hydrangea.envs.LunarLander;
import hydrangea.envs.Pendulum;
import hydrangea.envs.PlanarArm;
import hydrangea.envs.Space;
import hydrangea.envs.Step;
import hydrangea.envs.arm.ArmTask;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.MapStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RolloutTest {
  private static final Seeds SEEDS = new Seeds(5).at("rollout");
  private static final EnvSpec PENDULUM = new Pendulum.Spec(10, 1, 1, .05, 8, 2, Math.PI, 1, 20);

  static Stream<EnvSpec> specs() {
    return Stream.of(
        PENDULUM,
        new LunarLander.Spec(true, -10, true, 15, 1.5, 1000),
        new LunarLander.Spec(false, -10, false, 15, 1.5, 1000),
        new PlanarArm.Spec(
            3,
            List.of(),
            true,
            false,
            false,
            .3,
            .01,
            new ArmTask.Reach(0),
            false,
            true,
            List.of(),
            50));
  }

  /** By hand: a count that starts at its draw and ends at 3 or after its second step. */
  @Test
  void step_pastAnEnd_keepsTheLastObservationAndStartsAnew() {
    try (Rollout rollout = new Rollout(List.of(new Count(1), new Count(0)), SEEDS)) {
      Transitions first = rollout.step(Matrix.column(1, 1));
      Transitions second = rollout.step(Matrix.column(1, 1));

      assertThat(first.observation()).isEqualTo(Matrix.column(1, 0));
      assertThat(first.nextObservation()).isEqualTo(Matrix.column(2, 1));
      assertThat(first.terminated()).isEqualTo(Matrix.column(0, 0));
      assertThat(first.ended()).isEmpty();
      assertThat(second.observation()).isEqualTo(first.nextObservation());
      assertThat(second.nextObservation()).isEqualTo(Matrix.column(3, 2));
      assertThat(second.reward()).isEqualTo(Matrix.column(3, 2));
      assertThat(second.terminated()).isEqualTo(Matrix.column(1, 0));
      assertThat(second.ended())
          .containsExactly(
              new Transitions.Ended(0, 5, 2, true, Map.of()),
              new Transitions.Ended(1, 3, 2, true, Map.of()));
      assertThat(rollout.observations()).isEqualTo(Matrix.column(1, 0));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void rollout_restoredInMidEpisode_goesOnAsIfItHadNotStopped(EnvSpec spec) {
    try (Rollout one = rollout(spec, 3);
        Rollout other = rollout(spec, 3)) {
      Space actions = actions(spec);
      RandomGenerator random = new Seeds(9).generator();
      play(one, actions, random, 130);

      MapStore.copy(one, other);

      assertThat(other.observations()).isEqualTo(one.observations());
      assertThat(play(other, actions, new Seeds(10).generator(), 90))
          .isEqualTo(play(one, actions, new Seeds(10).generator(), 90));
    }
  }

  @Test
  void rollout_saved_goesOnAsWell() {
    try (Rollout one = rollout(PENDULUM, 2);
        Rollout saved = rollout(PENDULUM, 2)) {
      play(one, actions(PENDULUM), new Seeds(9).generator(), 25);
      play(saved, actions(PENDULUM), new Seeds(9).generator(), 25);

      MapStore.saved(saved);

      assertThat(play(saved, actions(PENDULUM), new Seeds(1).generator(), 30))
          .isEqualTo(play(one, actions(PENDULUM), new Seeds(1).generator(), 30));
    }
  }

  @Test
  void episodes_ofOneEnvironment_doNotDependOnItsNeighbours() {
    try (Rollout alone = rollout(PENDULUM, 1);
        Rollout both = rollout(PENDULUM, 2)) {
      for (int t = 0; t < 45; t++) {
        Transitions one = alone.step(Matrix.column(.5));
        Transitions two = both.step(Matrix.column(.5, -.5));
        assertThat(two.nextObservation().rows(0, 1)).isEqualTo(one.nextObservation());
        assertThat(two.nextObservation().rows(1, 2)).isNotEqualTo(one.nextObservation());
      }
    }
  }

  @Test
  void ended_atTheTimeLimit_isTruncatedWithItsReturn() {
    try (Rollout rollout = rollout(PENDULUM, 1)) {
      double sum = 0;
      for (int t = 0; t < 19; t++) {
        sum += rollout.step(Matrix.column(0)).reward().data[0];
      }
      Transitions last = rollout.step(Matrix.column(0));

      assertThat(last.terminated()).isEqualTo(Matrix.column(0));
      assertThat(last.ended()).hasSize(1);
      assertThat(last.ended().get(0).truncated()).isTrue();
      assertThat(last.ended().get(0).steps()).isEqualTo(20);
      assertThat(last.ended().get(0).undiscounted())
          .isCloseTo(sum + last.reward().data[0], within(1e-12));
    }
  }

  @Test
  void rollout_withoutEnvironmentsOrWithTooManyActions_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rollout(List.of(), SEEDS))
        .withMessage("a rollout needs at least one environment");
    try (Rollout rollout = rollout(PENDULUM, 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rollout.step(Matrix.column(1, 2)))
          .withMessage("2 actions do not fit 1 environments");
    }
  }

  private static Rollout rollout(EnvSpec spec, int n) {
    return new Rollout(Stream.generate(spec::build).limit(n).toList(), SEEDS);
  }

  private static Space actions(EnvSpec spec) {
    try (Environment<?> environment = spec.build()) {
      return environment.actionSpace();
    }
  }

  private static List<Transitions> play(
      Rollout rollout, Space actions, RandomGenerator random, int steps) {
    List<Transitions> played = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      double[][] rows =
          Stream.generate(() -> actions.sample(random))
              .limit(rollout.size())
              .toArray(double[][]::new);
      played.add(rollout.step(Matrix.of(rows)));
    }
    return played;
  }

  /** Adds its action up from {@code start}; its reward is where it is. */
  private record Count(int start) implements Environment<List<Integer>> {
    @Override
    public Box observationSpace() {
      return Box.symmetric(9);
    }

    @Override
    public Space actionSpace() {
      return new Discrete(2);
    }

    @Override
    public List<Integer> reset(RandomGenerator random) {
      return List.of(start, 0);
    }

    @Override
    public Step<List<Integer>> step(List<Integer> state, double[] action, RandomGenerator random) {
      int next = state.get(0) + (int) action[0];
      int steps = state.get(1) + 1;
      return new Step<>(List.of(next, steps), next, next == 3, steps == 2);
    }

    @Override
    public double[] observe(List<Integer> state) {
      return new double[] {state.get(0)};
    }
  }
}
