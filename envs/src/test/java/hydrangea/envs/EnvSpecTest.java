package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.CART_POLE_V1;
import static hydrangea.envs.GymnasiumSpecs.LUNAR_LANDER_V3;
import static hydrangea.envs.GymnasiumSpecs.PENDULUM_V1;
import static hydrangea.envs.GymnasiumSpecs.PLANAR_ARM;
import static hydrangea.envs.GymnasiumSpecs.with;
import static hydrangea.envs.StochasticCartPole.NoisePlace.IN_ACTION;
import static hydrangea.envs.StochasticCartPole.NoisePlace.IN_NEXT_STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hydrangea.envs.arm.ArmTask;
import hydrangea.envs.noise.Noise;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws that every environment of the catalogue keeps, and one from outside it. */
final class EnvSpecTest {
  static Stream<EnvSpec> specs() {
    return Stream.of(
        PENDULUM_V1,
        CART_POLE_V1,
        LUNAR_LANDER_V3,
        with(with(LUNAR_LANDER_V3, "continuous", true), "enableWind", true),
        PLANAR_ARM,
        with(with(PLANAR_ARM, "discrete", true), "randomStart", true),
        with(with(PLANAR_ARM, "task", new ArmTask.Imitation(2, .1, 10_000)), "joints", 5),
        new CustomSinMdp.Spec(4, 1.7, 10),
        new AddStateAction.Spec(.1, 10, 15),
        new StochasticCartPole.Spec(false, IN_NEXT_STATE, new Noise.NormalNoise(), .1, .4, 200),
        new StochasticCartPole.Spec(true, IN_ACTION, new Noise.MixtureNoise(1), .1, .4, 200),
        new RandomWalk.Spec(30));
  }

  @Test
  void catalogue_everyEntry_hasARowHere() {
    List<Class<?>> closed = new ArrayList<>(List.of(EnvSpec.class.getPermittedSubclasses()));
    closed.remove(EnvSpec.Open.class);

    assertThat(specs().<Class<?>>map(EnvSpec::getClass).toList()).containsAll(closed);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void environment_anyEpisode_staysInItsSpaces(EnvSpec spec) {
    try (Environment<?> environment = spec.build()) {
      for (int seed = 0; seed < 20; seed++) {
        assertThat(Stream.of(observations(environment, seed)))
            .allMatch(environment.observationSpace()::contains);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void environment_sameSeed_sameEpisode(EnvSpec spec) {
    try (Environment<?> one = spec.build();
        Environment<?> other = spec.build()) {
      double[][] once = observations(one, 3);

      assertThat(observations(other, 3)).isDeepEqualTo(once);
      assertThat(observations(one, 4)[0]).isNotEqualTo(once[0]);
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void step_sameStateTwice_isTheSameStep(EnvSpec spec) {
    try (Environment<?> environment = spec.build()) {
      assertPure(environment);
    }
  }

  /** Nothing to see in the one from outside. */
  @ParameterizedTest
  @MethodSource("specs")
  void environment_ofTheCatalogue_canBeDrawn(EnvSpec spec) {
    try (Environment<?> environment = spec.build()) {
      assertThat(isDrawn(environment)).isEqualTo(!(spec instanceof EnvSpec.Open));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void step_wrongSize_isRefused(EnvSpec spec) {
    try (Environment<?> environment = spec.build()) {
      assertRefusesActionOfWrongSize(environment);
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void spec_noSteps_isRefused(EnvSpec spec) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with((Record) spec, "maxEpisodeSteps", 0))
        .withMessage("maxEpisodeSteps must be at least 1, but is 0");
  }

  @ParameterizedTest
  @MethodSource("specs")
  void spec_fewerSteps_truncatesThere(EnvSpec spec) {
    EnvSpec shorter = (EnvSpec) with((Record) spec, "maxEpisodeSteps", 3);

    // The reset and three steps; no episode of these terminates so soon.
    try (Environment<?> environment = shorter.build()) {
      assertThat(observations(environment, 0).length).isEqualTo(4);
    }
  }

  private static <S> boolean isDrawn(Environment<S> environment) {
    S state = environment.reset(new SplittableRandom(5));
    return environment
        .renderer()
        .map(renderer -> renderer.render(state))
        .filter(image -> image.getWidth() >= 400 && image.getHeight() >= 400)
        .isPresent();
  }

  private static <S> void assertPure(Environment<S> environment) {
    S state = environment.reset(new SplittableRandom(5));
    double[] before = environment.observe(state);
    double[] action = environment.actionSpace().sample(new SplittableRandom(6));
    double[] given = action.clone();

    Step<S> first = environment.step(state, action, new SplittableRandom(7));
    Step<S> second = environment.step(state, action, new SplittableRandom(7));

    assertThat(second).isEqualTo(first);
    assertThat(environment.observe(state)).isEqualTo(before);
    assertThat(action).isEqualTo(given);
  }

  private static <S> void assertRefusesActionOfWrongSize(Environment<S> environment) {
    S state = environment.reset(new SplittableRandom(5));
    double[] tooLong = new double[environment.actionSpace().size() + 1];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment.step(state, tooLong, new SplittableRandom(6)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment.step(state, new double[0], new SplittableRandom(6)));
  }

  private static <S> double[][] observations(Environment<S> environment, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    S state = environment.reset(random);
    List<double[]> observations = new ArrayList<>(List.of(environment.observe(state)));
    boolean done = false;
    while (!done) {
      Step<S> step = environment.step(state, environment.actionSpace().sample(random), random);
      state = step.state();
      done = step.done();
      observations.add(environment.observe(state));
    }
    return observations.toArray(double[][]::new);
  }
}
