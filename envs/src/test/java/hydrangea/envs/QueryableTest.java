package hydrangea.envs;

import static hydrangea.envs.StochasticCartPole.NoisePlace.IN_ACTION;
import static hydrangea.envs.StochasticCartPole.NoisePlace.IN_NEXT_STATE;
import static hydrangea.envs.StochasticCartPole.NoisePlace.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.envs.noise.Noise;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of environments that planners ask. */
final class QueryableTest {
  static Stream<Queryable<?>> all() {
    return Stream.of(
        new CustomSinMdp.Spec(4, 1.7, 10).queryable(),
        new AddStateAction.Spec(.1, 10, 15).queryable(),
        new StochasticCartPole.Spec(false, NOWHERE, new Noise.NormalNoise(), .1, .4, 200)
            .queryable(),
        new StochasticCartPole.Spec(true, IN_ACTION, new Noise.CustomSinNoise(2), .1, .4, 200)
            .queryable(),
        new StochasticCartPole.Spec(false, IN_NEXT_STATE, new Noise.ExponentialNoise(), .1, .4, 200)
            .queryable());
  }

  @ParameterizedTest
  @MethodSource("all")
  void query_oneState_isTheStep(Queryable<?> environment) {
    assertQueryIsStep(environment);
  }

  private static <S> void assertQueryIsStep(Queryable<S> environment) {
    S state = environment.reset(new SplittableRandom(3));
    for (double push : new double[] {-1, 1}) {
      Query one = query(environment.observe(state), push);
      environment.query(one, new SplittableRandom(4));
      Step<S> step = environment.step(state, environment.action(push), new SplittableRandom(4));

      assertThat(environment.at(one.next)).isEqualTo(step.state());
      assertThat(one.ended[0]).isEqualTo(step.terminated());
      assertThat(one.rewards[0]).isEqualTo(step.terminated() ? 0 : step.reward());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void query_anyState_leavesItAndIsSeenAgain(Queryable<?> environment) {
    double[] seen = start(environment);
    Query one = query(seen, 1);
    environment.query(one, new SplittableRandom(4));

    assertThat(one.states).isEqualTo(seen);
    assertThat(one.pushes).containsExactly(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void rewards_anyState_areThoseOfTheQuery(Queryable<?> environment) {
    Query full = query(start(environment), -1);
    Query rewards = query(start(environment), -1);
    environment.query(full, new SplittableRandom(4));
    environment.rewards(rewards, new SplittableRandom(4));

    assertThat(rewards.rewards).isEqualTo(full.rewards);
    assertThat(rewards.ended).isEqualTo(full.ended);
  }

  private static <S> double[] start(Queryable<S> environment) {
    S state = environment.reset(new SplittableRandom(3));
    assertThat(environment.at(environment.observe(state))).isEqualTo(state);
    return environment.observe(state);
  }

  private static Query query(double[] state, double push) {
    Query one = new Query(1, state.length);
    System.arraycopy(state, 0, one.states, 0, state.length);
    one.pushes[0] = push;
    return one;
  }
}
