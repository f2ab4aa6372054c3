package hydrangea.models.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.envs.Discrete;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Networks;
import hydrangea.models.testing.Golden;
import hydrangea.models.value.Q;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EpsilonGreedyTest {
  private static final Seeds SEEDS = new Seeds(81);
  private static final Initializer START = new Initializer.PyTorch();
  private static final Q.Spec VALUES = new Q.Spec(List.of(8), Activation.RELU, START, START);
  private static final int ROWS = 20_000;
  private static final Matrix OBS = SEEDS.at("obs").normal(ROWS, 3);

  private static EpsilonGreedy<Q> built(Exploration exploration) {
    return new EpsilonGreedy.Spec<>(VALUES, exploration)
        .build(new Site(3, new Discrete(4), Networks.JAVA, new Seeds(2)));
  }

  /** The share of rows in which the action is not the best: 3/4 epsilon, of four actions. */
  private static double strayed(EpsilonGreedy<Q> policy, Matrix actions) {
    Matrix best = policy.mode(OBS);
    double strayed = 0;
    for (int i = 0; i < ROWS; i++) {
      strayed += actions.data[i] == best.data[i] ? 0 : 1;
    }
    return strayed / ROWS;
  }

  @Test
  void mode_anyObservation_isTheActionOfTheGreatestValue() {
    EpsilonGreedy<Q> policy = built(new Exploration.LinearEpsilon(1, 1, 1));
    Matrix values = policy.values().heads(OBS);
    Matrix best = policy.mode(OBS);
    for (int i = 0; i < 100; i++) {
      for (int a = 0; a < 4; a++) {
        assertThat(values.at(i, (int) best.data[i])).isGreaterThanOrEqualTo(values.at(i, a));
      }
    }
    assertThat(Arrays.stream(best.data).distinct().count()).isGreaterThan(1);
  }

  @Test
  void explore_linearly_straysAsOftenAsTheScheduleSays() {
    EpsilonGreedy<Q> policy = built(new Exploration.LinearEpsilon(0.8, 0.2, 100));
    for (long step : new long[] {0, 50, 100, 1_000}) {
      double epsilon = Math.max(0.2, 0.8 - 0.006 * step);
      Matrix actions = policy.explore(OBS, SEEDS.at(step), new Moment(step, 0));
      assertThat(strayed(policy, actions)).isCloseTo(0.75 * epsilon, within(0.015));
    }
    assertThat(strayed(policy, policy.sample(OBS, SEEDS))).isCloseTo(0.15, within(0.015));
  }

  @Test
  void explore_always_takesEveryActionAlike() {
    EpsilonGreedy<Q> policy = built(new Exploration.LinearEpsilon(1, 0, 10));
    Matrix actions = policy.explore(OBS, SEEDS, new Moment(0, 0));
    var counts = new int[4];
    for (double action : actions.data) {
      counts[(int) action]++;
    }
    for (int count : counts) {
      assertThat((double) count / ROWS).isCloseTo(0.25, within(0.015));
    }
    assertThat(policy.explore(OBS, SEEDS, new Moment(0, 0))).isEqualTo(actions);
    assertThat(policy.sample(OBS, SEEDS)).isEqualTo(policy.mode(OBS));
  }

  @Test
  void episodicEpsilon_goldenEpisodes_agree() {
    JsonObject golden = Golden.json("rl_numerics.json").getAsJsonObject("epsilon_decay");
    var exploration =
        new Exploration.EpisodicEpsilon(
            golden.get("start").getAsDouble(),
            golden.get("floor").getAsDouble(),
            golden.get("factor").getAsDouble());
    assertThat(exploration.epsilon(new Moment(1_000, 0))).isEqualTo(1);
    golden
        .getAsJsonObject("after_episode")
        .entrySet()
        .forEach(
            each ->
                assertThat(exploration.epsilon(new Moment(7, Long.parseLong(each.getKey()))))
                    .isCloseTo(each.getValue().getAsDouble(), within(1e-12)));
    assertThat(exploration.last()).isEqualTo(0.01);
  }

  @Test
  void exploration_numbersOutOfRange_areRefusedWithTheirValues() {
    assertThatThrownBy(() -> new Exploration.LinearEpsilon(1.5, 0, 1))
        .hasMessage("from must be in [0.0, 1.0], was 1.5");
    assertThatThrownBy(() -> new Exploration.LinearEpsilon(1, 0, 0))
        .hasMessage("steps must be at least 1, was 0");
    assertThatThrownBy(() -> new Exploration.EpisodicEpsilon(1, 0, 0))
        .hasMessage("factor must be positive and finite, was 0.0");
  }
}
