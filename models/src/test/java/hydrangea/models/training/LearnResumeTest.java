package hydrangea.models.training;

import static hydrangea.models.training.LearnTrial.CART_POLE;
import static hydrangea.models.training.LearnTrial.LANDER;
import static hydrangea.models.training.LearnTrial.PENDULUM;
import static hydrangea.models.training.LearnTrial.SAC;
import static hydrangea.models.training.Told.advance;
import static hydrangea.models.training.Told.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.envs.EnvSpec;
import hydrangea.models.actor.EpsilonGreedy;
import hydrangea.models.actor.Exploration;
import hydrangea.models.objective.Dqn;
import hydrangea.models.objective.TargetUpdate;
import hydrangea.models.objective.ValueLoss;
import hydrangea.models.testing.MapStore;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a {@link Learn} goes on from what it saved. */
final class LearnResumeTest {
  @Test
  void earlyStop_resumedWithAShorterWindow_seesThatOne() {
    var trial = LearnTrial.of(new TwoSteps(new ArrayList<>()), new Witness(), 100);
    var whole = trial.with(new Evaluation(0, 1, 1), new EarlyStop.MeanReturn(1e9, 9)).start();
    advance(whole, 30);
    var resumed = trial.with(new Evaluation(0, 1, 1), new EarlyStop.MeanReturn(-1, 2)).start();
    MapStore.copy(whole, resumed);
    advance(resumed, 2);
    assertThat(resumed.progress().finished()).isTrue();
    whole.close();
    resumed.close();
  }

  @ParameterizedTest
  @CsvSource({"pendulum, 1, false", "pendulum, 3, true", "lander, 2, false", "lander, 2, true"})
  void exchange_inMidEpisode_goesOnAsIfNothingHadHappened(
      String name, int environments, boolean normalize) {
    EnvSpec environment = name.equals("lander") ? LANDER : PENDULUM;
    var trial =
        LearnTrial.of(environment, SAC, 800)
            .with(10, 0.5, environments)
            .with(true, 0.1, normalize)
            .with(new Evaluation(70, 2, 2), new EarlyStop.MeanReturn(1e9, 5));
    var whole = trial.start();
    advance(whole, 133);
    var resumed = trial.start();
    MapStore.copy(whole, resumed);
    assertThat(resumed.progress()).isEqualTo(whole.progress());
    Told ofWhole = advance(whole, 47);
    Told ofResumed = advance(resumed, 47);
    assertThat(ofResumed.rows).isEqualTo(ofWhole.rows).isNotEmpty();
    assertThat(resumed.results(ofResumed)).isEqualTo(whole.results(ofWhole));
    assertThat(ofResumed.figures).isEqualTo(ofWhole.figures);
    assertThat(state(resumed)).usingRecursiveComparison().isEqualTo(state(whole));
    whole.close();
    resumed.close();
  }

  static Stream<TargetUpdate> targets() {
    return Stream.of(
        new TargetUpdate.Polyak(0.05, 2),
        new TargetUpdate.CopyEverySteps(30),
        new TargetUpdate.CopyEveryEpisodes(2));
  }

  /**
   * Epsilon hangs on the episodes; the target, its copies and the optimiser on what came before.
   */
  @ParameterizedTest
  @MethodSource("targets")
  void exchange_ofQLearning_goesOnAsIfNothingHadHappened(TargetUpdate target) {
    var dqn = new Dqn.Spec<>(new ValueLoss.MixtureNll(3), 0.99, true, target);
    var falling = new Exploration.EpisodicEpsilon(1, 0.1, 0.8);
    var trial =
        LearnTrial.of(CART_POLE, dqn, 800)
            .with(new EpsilonGreedy.Spec<>(LearnTrial.MIXTURE, falling), 500)
            .with(10, 0.5, 2);
    var whole = trial.start();
    advance(whole, 133);
    var resumed = trial.start();
    MapStore.copy(whole, resumed);
    Told ofWhole = advance(whole, 47);
    Told ofResumed = advance(resumed, 47);
    assertThat(ofResumed.rows).isEqualTo(ofWhole.rows).isNotEmpty();
    assertThat(resumed.results(ofResumed)).isEqualTo(whole.results(ofWhole));
    assertThat(ofResumed.figures).isEqualTo(ofWhole.figures);
    assertThat(ofResumed.figures.keySet()).contains("return", "components", "episode");
    assertThat(state(resumed)).usingRecursiveComparison().isEqualTo(state(whole));
    whole.close();
    resumed.close();
  }

  @Test
  void exchange_withoutTheReplay_fillsAnotherByThePolicyBeforeItLearnsOn() {
    var trial = LearnTrial.of(PENDULUM, new Witness(), 100).with(false, 1, false).with(20, 1, 1);
    var whole = trial.start();
    advance(whole, 50);
    assertThat(state(whole).keySet()).noneMatch(key -> key.startsWith("replay"));
    var witness = new Witness();
    var resumed =
        LearnTrial.of(PENDULUM, witness, 100).with(false, 1, false).with(20, 1, 1).start();
    MapStore.copy(whole, resumed);
    advance(resumed, 20);
    assertThat(witness.steps).isEmpty();
    advance(resumed, 3);
    assertThat(witness.steps).containsExactly(30L, 31L, 32L);
    whole.close();
    resumed.close();
  }

  @Test
  void exchange_moreStepsMadeThanAreWanted_isRefused() {
    var whole = LearnTrial.of(PENDULUM, new Witness(), 60).start();
    advance(whole, 41);
    var shorter = LearnTrial.of(PENDULUM, new Witness(), 40).start();
    assertThatThrownBy(() -> MapStore.copy(whole, shorter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("steps must be at least the 41 that are made, was 40");
    whole.close();
    shorter.close();
  }
}
