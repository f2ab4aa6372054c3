package hydrangea.envs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.envs.LunarLander.State;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 200 episodes of each policy against Gymnasium's 200. */
final class LunarLanderStatisticsTest {
  private static final int EPISODES = 200;

  static List<JsonObject> groups() {
    List<JsonObject> groups = Golden.rows("lunarlander_statistics.json", "groups");
    assertThat(groups).hasSize(6);
    return groups;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void returns_ofAPolicy_areGymnasiums(JsonObject gymnasium) {
    boolean continuous = Golden.flag(gymnasium, "continuous");
    LunarLander.Spec spec =
        new LunarLander.Spec(continuous, -10, Golden.flag(gymnasium, "enable_wind"), 15, 1.5, 1000);
    Policy policy = policy(gymnasium.get("policy").getAsString(), continuous);
    double[] returns = new double[EPISODES];
    double[] lengths = new double[EPISODES];
    try (TimeLimit<State> lander = spec.build()) {
      RandomGenerator random = new SplittableRandom(11);
      for (int i = 0; i < EPISODES; i++) {
        double[] episode = play(lander, policy, random);
        returns[i] = episode[0];
        lengths[i] = episode[1];
      }
    }

    assertMeansAgree(returns, Golden.numbers(gymnasium, "returns"));
    assertMeansAgree(lengths, Golden.numbers(gymnasium, "lengths"));
  }

  private interface Policy {
    double[] act(double[] observation, RandomGenerator random);
  }

  private static Policy policy(String name, boolean continuous) {
    Space actions = continuous ? Box.symmetric(1, 1) : new Discrete(4);
    LanderPilot pilot = new LanderPilot(continuous);
    return switch (name) {
      case "heuristic" -> (observation, random) -> pilot.act(observation);
      case "random" -> (observation, random) -> actions.sample(random);
      case "noop" -> (observation, random) -> new double[actions.size()];
      default -> throw new AssertionError(name);
    };
  }

  private static double[] play(TimeLimit<State> lander, Policy policy, RandomGenerator random) {
    TimeLimit.State<State> state = lander.reset(random);
    double sum = 0;
    while (true) {
      var step = lander.step(state, policy.act(lander.observe(state), random), random);
      sum += step.reward();
      state = step.state();
      if (step.done()) {
        return new double[] {sum, state.elapsedSteps()};
      }
    }
  }

  private static void assertMeansAgree(double[] ours, double[] theirs) {
    double error = Math.sqrt(variance(ours) / ours.length + variance(theirs) / theirs.length);
    assertThat(mean(ours)).isCloseTo(mean(theirs), within(3 * error));
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
