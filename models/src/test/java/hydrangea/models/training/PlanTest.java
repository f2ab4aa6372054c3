package hydrangea.models.training;

import static hydrangea.models.training.Told.advance;
import static hydrangea.models.training.Told.number;
import static hydrangea.models.training.Told.run;
import static hydrangea.models.training.Told.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.CustomSinMdp;
import hydrangea.envs.EnvSpec;
import hydrangea.models.estimation.ScoreMatching;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.Normal;
import hydrangea.models.family.Sampling;
import hydrangea.models.planning.KnowledgeSpec;
import hydrangea.models.planning.RandomShooting;
import hydrangea.models.testing.MapStore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final CustomSinMdp.Spec PROCESS = new CustomSinMdp.Spec(4, 1.7, 10);
  static final KnowledgeSpec LEARNED =
      new KnowledgeSpec.LearnedModel(
          List.of(new CustomSin(4, 1.7, Interval.LINE)),
          new Features.IdentityFeatures(),
          new Sampling.Exact(),
          new ScoreMatching.Spec(1e-4, ScoreMatching.Coordinates.APART));

  private static Plan.Spec spec(EnvSpec environment, KnowledgeSpec knowledge, int episodes) {
    var planner = new RandomShooting.Spec(5, 20, RandomShooting.Sequences.ALL_ONES);
    return new Plan.Spec(environment, knowledge, planner, episodes, 3, List.of());
  }

  @Test
  void results_areTheSumsOfWhatWasTold() {
    Training training = spec(PROCESS, LEARNED, 12).start();
    Told told = run(training);
    double sum = 0;
    for (Map<String, Double> row : told.values) {
      sum += number(row, "charts/episodic_return");
      assertThat(number(row, "charts/cumulative_reward")).isCloseTo(sum, within(1e-9));
      assertThat(number(row, "charts/episodic_length")).isEqualTo(10);
      assertThat(number(row, "charts/minus_ones") + number(row, "charts/plus_ones")).isEqualTo(10);
    }
    assertThat(told.values).hasSize(12);
    assertThat(number(told.values.get(11), "charts/average_regret"))
        .isCloseTo((12 * 10 - sum) / 10, within(1e-9));
    double plus = 0;
    for (Map<String, Double> row : told.values.subList(2, 12)) {
      plus += number(row, "charts/plus_ones");
    }
    Map<String, Object> results = training.results(told);
    assertThat(number(results, "cumulative_reward")).isCloseTo(sum, within(1e-9));
    assertThat(number(results, "plus_one_share_last")).isCloseTo(plus / 100, within(1e-12));
    assertThat((List<?>) results.get("w_hat")).hasSize(2);
    assertThat(told.figures.keySet()).containsExactlyInAnyOrder("reward", "actions", "transitions");
  }

  @Test
  void exchange_betweenEpisodes_goesOnAsIfNothingHadHappened() {
    Plan.Spec spec = spec(PROCESS, LEARNED, 9);
    Training whole = spec.start();
    advance(whole, 4);
    Training resumed = spec.start();
    MapStore.copy(whole, resumed);
    assertThat(resumed.progress()).isEqualTo(whole.progress());
    Told ofWhole = advance(whole, 5);
    Told ofResumed = advance(resumed, 5);
    assertThat(ofResumed.rows).isEqualTo(ofWhole.rows);
    assertThat(ofResumed.figures).isEqualTo(ofWhole.figures);
    assertThat(resumed.results(ofResumed)).isEqualTo(whole.results(ofWhole));
    assertThat(state(resumed)).usingRecursiveComparison().isEqualTo(state(whole));
  }

  @Test
  void film_isTheSameEpisodeHoweverOftenItIsAskedFor() {
    Training training = spec(PROCESS, LEARNED, 4).start();
    advance(training, 3);
    var film = training.film().orElseThrow();
    assertThat(film.size()).isGreaterThanOrEqualTo(11);
    assertThat(training.film().orElseThrow().undiscounted()).isEqualTo(film.undiscounted());
    assertThat(state(training)).usingRecursiveComparison().isEqualTo(state(played(3)));
  }

  private static Training played(int episodes) {
    Training training = spec(PROCESS, LEARNED, 4).start();
    advance(training, episodes);
    return training;
  }

  @Test
  void check_familiesForOtherCoordinates_isRefused() {
    var two =
        new KnowledgeSpec.LearnedModel(
            List.of(new Normal(1), new Normal(2)),
            new Features.IdentityFeatures(),
            new Sampling.Exact(),
            new ScoreMatching.Spec(1e-4, ScoreMatching.Coordinates.APART));
    assertThatThrownBy(() -> spec(PROCESS, two, 1).check(new HashSet<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "families must be one for all coordinates of a state or 1, one for each, but are 2");
  }

  @Test
  void truth_hasNoWeightsToTell() {
    Training training = spec(PROCESS, new KnowledgeSpec.GroundTruth(), 1).start();
    run(training);
    assertThat(training.results(new Told())).doesNotContainKey("w_hat");
  }

  @Test
  void spec_environmentThatCannotBeAsked_isRefusedWithThoseThatCan() {
    assertThatThrownBy(() -> spec(LearnTrial.PENDULUM, LEARNED, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "plan() needs an environment that can be asked about any state, which pendulum cannot:"
                + " take customSinMdp, stochasticCartPole or addStateAction");
    assertThatThrownBy(() -> spec(PROCESS, LEARNED, 0))
        .hasMessage("episodes must be at least 1, was 0");
  }

  @Test
  void exchange_moreEpisodesPlayedThanAreWanted_isRefused() {
    Training whole = spec(PROCESS, LEARNED, 5).start();
    advance(whole, 3);
    Training shorter = spec(PROCESS, LEARNED, 2).start();
    assertThatThrownBy(() -> MapStore.copy(whole, shorter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("episodes must be at least the 3 that are played, was 2");
  }
}
