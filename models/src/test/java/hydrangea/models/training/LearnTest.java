package hydrangea.models.training;

import static hydrangea.envs.CartPole.KinematicsIntegrator.EULER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Box;
import hydrangea.envs.CartPole;
import hydrangea.envs.EnvSpec;
import hydrangea.envs.Environment;
import hydrangea.envs.LunarLander;
import hydrangea.envs.Pendulum;
import hydrangea.envs.Space;
import hydrangea.envs.Step;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSamples;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.Site;
import hydrangea.models.critic.TwinQ;
import hydrangea.models.figure.Figure;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.objective.LearnObjective;
import hydrangea.models.objective.Learner;
import hydrangea.models.objective.Sac;
import hydrangea.models.objective.Temperature;
import hydrangea.models.ode.OdeSolver;
import hydrangea.models.optimizer.Adam;
import hydrangea.models.optimizer.OptimizerSpec;
import hydrangea.models.optimizer.Schedule;
import hydrangea.models.rollout.Batch;
import hydrangea.models.testing.MapStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LearnTest {
  private static final EnvSpec PENDULUM = new Pendulum.Spec(10, 1, 1, .05, 8, 2, Math.PI, 1, 20);
  private static final EnvSpec LANDER = new LunarLander.Spec(true, -10, true, 15, 1.5, 1000);
  private static final Initializer START = new Initializer.PyTorch();
  private static final Sac.Spec SAC =
      new Sac.Spec(
          new TwinQ.Spec(List.of(8, 8), Activation.RELU, START, START),
          0.99,
          0.05,
          1,
          new Temperature.AutoTuned(1, -1));
  private static final EarlyStop NEVER = new EarlyStop.Never();

  /** A small experiment, of which a test says what it is about. */
  private record Trial(
      EnvSpec environment,
      ActorSpec<?> actor,
      LearnObjective<?> objective,
      int steps,
      int warmUp,
      double updatesPerStep,
      int environments,
      int replay,
      boolean saveReplay,
      double rewardScale,
      boolean normalizeObservations,
      Evaluation evaluation,
      EarlyStop earlyStop) {
    static Trial of(EnvSpec environment, LearnObjective<?> objective, int steps) {
      var evaluation = new Evaluation(0, 1, 2);
      return new Trial(
          environment,
          ActorSamples.gaussian(true),
          objective,
          steps,
          10,
          1,
          1,
          500,
          true,
          1,
          false,
          evaluation,
          NEVER);
    }

    Trial with(int newWarmUp, double newUpdatesPerStep, int newEnvironments) {
      return new Trial(
          environment,
          actor,
          objective,
          steps,
          newWarmUp,
          newUpdatesPerStep,
          newEnvironments,
          replay,
          saveReplay,
          rewardScale,
          normalizeObservations,
          evaluation,
          earlyStop);
    }

    Trial with(Evaluation newEvaluation, EarlyStop newEarlyStop) {
      return new Trial(
          environment,
          actor,
          objective,
          steps,
          warmUp,
          updatesPerStep,
          environments,
          replay,
          saveReplay,
          rewardScale,
          normalizeObservations,
          newEvaluation,
          newEarlyStop);
    }

    Trial with(boolean newSaveReplay, double newRewardScale, boolean newNormalizeObservations) {
      return new Trial(
          environment,
          actor,
          objective,
          steps,
          warmUp,
          updatesPerStep,
          environments,
          replay,
          newSaveReplay,
          newRewardScale,
          newNormalizeObservations,
          evaluation,
          earlyStop);
    }

    Trial with(ActorSpec<?> newActor, int newReplay) {
      return new Trial(
          environment,
          newActor,
          objective,
          steps,
          warmUp,
          updatesPerStep,
          environments,
          newReplay,
          saveReplay,
          rewardScale,
          normalizeObservations,
          evaluation,
          earlyStop);
    }

    Learn.Spec spec() {
      var adam = new Adam.Spec(1e-3, 0.9, 0.999, 1e-8, new Schedule.Constant(), 1e9);
      return new Learn.Spec(
          environment,
          actor,
          objective,
          adam,
          steps,
          8,
          warmUp,
          updatesPerStep,
          environments,
          replay,
          saveReplay,
          rewardScale,
          normalizeObservations,
          evaluation,
          earlyStop,
          10,
          3,
          List.of());
    }

    Training start() {
      return spec().start();
    }
  }

  /** Learns nothing and notes what it is given. */
  private static final class Witness implements LearnObjective.Open<Actor> {
    final List<Long> steps = new ArrayList<>();
    final List<Batch> batches = new ArrayList<>();
    double loss;

    @Override
    public Class<?> needs() {
      return Actor.class;
    }

    @Override
    public Class<? extends Space> actions() {
      return Box.class;
    }

    @Override
    public Learner build(Actor actor, Site site, OptimizerSpec optimizer) {
      return new Learner() {
        @Override
        public Metrics update(Batch batch, Seeds seeds, long step, long planned) {
          steps.add(step);
          batches.add(batch);
          actor.weights().edit()[0] += 0.01f;
          return new Metrics(Map.of("losses/qf_loss", loss));
        }

        @Override
        public void exchange(Store store) {}
      };
    }
  }

  /**
   * Two steps an episode, from 0 to 1 to 2; every other episode terminates there, the others are
   * cut off. A reward of 1 more in every episode; notes the actions.
   */
  private record TwoSteps(List<Double> acted) implements EnvSpec.Open {
    @Override
    public Environment<List<Double>> build() {
      return new Environment<>() {
        private int episodes;

        @Override
        public Box observationSpace() {
          return Box.symmetric(9);
        }

        @Override
        public Space actionSpace() {
          return Box.symmetric(3);
        }

        @Override
        public List<Double> reset(RandomGenerator random) {
          return List.of(0.0, (double) episodes++);
        }

        @Override
        public Step<List<Double>> step(
            List<Double> state, double[] action, RandomGenerator random) {
          acted.add(action[0]);
          double at = state.get(0) + 1;
          double episode = state.get(1);
          boolean even = episode % 2 == 0;
          return new Step<>(List.of(at, episode), episode, at == 2 && even, at == 2 && !even);
        }

        @Override
        public double[] observe(List<Double> state) {
          return new double[] {state.get(0)};
        }
      };
    }
  }

  /** What a training tells, in order. */
  private static final class Told implements Training.Output {
    final List<String> rows = new ArrayList<>();
    final List<Map<String, Double>> values = new ArrayList<>();
    final Map<String, Figure> figures = new LinkedHashMap<>();

    @Override
    public void metrics(String phase, long step, Map<String, Double> row) {
      rows.add(step + " " + row);
      values.add(row);
    }

    @Override
    public void figure(String name, Figure figure) {
      figures.put(name, figure);
    }
  }

  private static Told advance(Training training, int times) {
    var told = new Told();
    for (int i = 0; i < times; i++) {
      training.advance(told);
    }
    return told;
  }

  private static Told run(Training training) {
    var told = new Told();
    while (!training.progress().finished()) {
      training.advance(told);
    }
    return told;
  }

  private static double number(Map<String, ?> values, String name) {
    return ((Number) Objects.requireNonNull(values.get(name))).doubleValue();
  }

  @Test
  void warmUp_isRandomAndWithoutUpdates_asInStableBaselines() {
    var acted = new ArrayList<Double>();
    var witness = new Witness();
    var training = Trial.of(new TwoSteps(acted), witness, 40).with(20, 1, 1).start();
    acted.clear();
    advance(training, 20);
    assertThat(witness.steps).isEmpty();
    assertThat(acted.stream().mapToDouble(Math::abs).max().orElseThrow()).isBetween(2.0, 3.0);
    assertThat(acted).doesNotHaveDuplicates();
    advance(training, 20);
    // The step after the last random one is the first to be learned from.
    assertThat(witness.steps).hasSize(20).startsWith(0L, 1L).endsWith(19L);
    training.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 10, 110, 100",
    "0.5, 1, 10, 110, 50",
    "0.1, 1, 10, 110, 10",
    "3, 1, 10, 30, 60",
    "1, 4, 10, 110, 100",
    "0.4166666666666667, 12, 24, 144, 50",
    "0.3, 7, 14, 154, 42"
  })
  void updatesPerStep_anyRatio_isKeptOverAllEnvironments(
      double ratio, int environments, int warmUp, int steps, int updates) {
    var witness = new Witness();
    var trial = Trial.of(PENDULUM, witness, steps).with(warmUp, ratio, environments);
    var training = trial.start();
    run(training);
    // A first step of several environments that is partly a warm-up counts whole.
    int slack = (int) Math.ceil(ratio * environments) * (warmUp % environments == 0 ? 0 : 1);
    assertThat(witness.steps.size()).isBetween(updates, updates + slack);
    assertThat(number(training.results(new Told()), "updates")).isEqualTo(witness.steps.size());
    training.close();
  }

  @Test
  void updatesPerStep_halfAnUpdate_isOneEveryOtherStep() {
    var witness = new Witness();
    var training = Trial.of(PENDULUM, witness, 40).with(10, 0.5, 1).start();
    advance(training, 10);
    var made = new ArrayList<Integer>();
    for (int i = 0; i < 6; i++) {
      advance(training, 1);
      made.add(witness.steps.size());
    }
    assertThat(made).containsExactly(0, 1, 1, 2, 2, 3);
    training.close();
  }

  @Test
  void batches_atAnEnd_tellTerminationFromTruncationAndKeepTheLastObservation() {
    var witness = new Witness();
    var training = Trial.of(new TwoSteps(new ArrayList<>()), witness, 60).start();
    run(training);
    int cut = 0;
    int ended = 0;
    for (Batch batch : witness.batches) {
      for (int i = 0; i < batch.obs().rows; i++) {
        double at = batch.obs().data[i];
        boolean even = batch.reward().data[i] % 2 == 0;
        assertThat(batch.nextObs().data[i]).isEqualTo(at + 1);
        assertThat(batch.terminated().data[i]).isEqualTo(at == 1 && even ? 1 : 0);
        cut += at == 1 && !even ? 1 : 0;
        ended += at == 1 && even ? 1 : 0;
      }
    }
    assertThat(cut).isPositive();
    assertThat(ended).isPositive();
    training.close();
  }

  @Test
  void actions_inTheReplay_areThosePolicyGave_andTheEnvironmentSeesThemScaled() {
    var acted = new ArrayList<Double>();
    var witness = new Witness();
    var training = Trial.of(new TwoSteps(acted), witness, 60).start();
    acted.clear();
    run(training);
    for (Batch batch : witness.batches) {
      for (double action : batch.action().data) {
        assertThat(Math.abs(action)).isLessThanOrEqualTo(1);
        assertThat(acted).anySatisfy(a -> assertThat(a).isCloseTo(3 * action, within(1e-6)));
      }
    }
    training.close();
  }

  @Test
  void rewardScale_isForLearningAlone() {
    var plain = new Witness();
    var scaled = new Witness();
    var one = Trial.of(PENDULUM, plain, 60).start();
    var other = Trial.of(PENDULUM, scaled, 60).with(true, 0.5, false).start();
    assertThat(run(other).rows).isEqualTo(run(one).rows);
    for (int k = 0; k < plain.batches.size(); k++) {
      double[] rewards = plain.batches.get(k).reward().data;
      for (int i = 0; i < rewards.length; i++) {
        double learned = scaled.batches.get(k).reward().data[i];
        assertThat(learned).isCloseTo(0.5 * rewards[i], within(1e-6));
      }
    }
    one.close();
    other.close();
  }

  @Test
  void normalizeObservations_showsTheLearnerZeroMeanAndUnitVariance() {
    var witness = new Witness();
    var training = Trial.of(PENDULUM, witness, 500).with(true, 1, true).start();
    run(training);
    double sum = 0;
    double square = 0;
    List<Batch> late = witness.batches.subList(300, witness.batches.size());
    for (Batch batch : late) {
      double[] speed = batch.obs().columns(2, 3).data;
      for (double s : speed) {
        sum += s / (8 * late.size());
        square += s * s / (8 * late.size());
      }
    }
    assertThat(sum).isCloseTo(0, within(0.2));
    assertThat(square).isCloseTo(1, within(0.3)); // of the raw speeds it is 3 or more
    training.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void evaluation_whileItLearns_changesNothingElse(boolean normalize) {
    var without = Trial.of(PENDULUM, SAC, 80).with(true, 1, normalize).start();
    var trial = Trial.of(PENDULUM, SAC, 80).with(true, 1, normalize);
    var with = trial.with(new Evaluation(15, 3, 2), NEVER).start();
    Told silent = run(without);
    Told judged = run(with);
    var rows = new ArrayList<Map<String, Double>>();
    var evaluated = new ArrayList<Double>();
    for (Map<String, Double> row : judged.values) {
      var rest = new LinkedHashMap<>(row);
      Double eval = rest.remove("charts/eval_return");
      if (eval != null) {
        evaluated.add(eval);
      }
      if (!rest.keySet().equals(Set.of("charts/updates"))) {
        rows.add(rest);
      }
    }
    assertThat(rows).isEqualTo(silent.values);
    assertThat(evaluated).hasSize(5); // at 15, 30, 45, 60 and 75
    assertThat(number(with.results(new Told()), "return_mean"))
        .isEqualTo(number(without.results(new Told()), "return_mean"));
    without.close();
    with.close();
  }

  @Test
  void best_ofSeveralEvaluations_isKeptAsItSawAndActed() {
    var training =
        Trial.of(PENDULUM, SAC, 120)
            .with(true, 1, true)
            .with(new Evaluation(10, 3, 3), NEVER)
            .start();
    double best = Double.NEGATIVE_INFINITY;
    Map<String, Object> then = Map.of();
    while (!training.progress().finished()) {
      Told told = advance(training, 1);
      for (Map<String, Double> row : told.values) {
        Double mean = row.get("charts/eval_return");
        if (mean != null && mean > best) {
          best = mean;
          then = state(training);
        }
      }
    }
    Map<String, Object> now = state(training);
    assertThat(now.get("best return")).isEqualTo(best);
    assertThat(now.get("best.value")).isEqualTo(then.get("actor.weights.value"));
    assertThat(now.get("best statistics.mean")).isEqualTo(then.get("statistics.mean"));
    assertThat(now.get("best statistics.count")).isEqualTo(then.get("statistics.count"));
    assertThat(now.get("actor.weights.value")).isNotEqualTo(then.get("actor.weights.value"));
    assertThat(now.get("statistics.mean")).isNotEqualTo(then.get("statistics.mean"));
    assertThat(number(training.results(new Told()), "best_return")).isEqualTo(best);
    training.close();
  }

  @Test
  void best_noEvaluationButTheLast_isThatOne() {
    var training = Trial.of(PENDULUM, SAC, 30).start();
    run(training);
    Map<String, Object> results = training.results(new Told());
    assertThat(results.get("best_return")).isEqualTo(results.get("return_mean"));
    assertThat(state(training).get("best return")).isEqualTo(Double.NEGATIVE_INFINITY);
    training.close();
  }

  private static Map<String, Object> state(Training training) {
    return MapStore.saved(training);
  }

  /** Episode k has the return 2 k: the mean of the last four is 2 k - 3. */
  @Test
  void earlyStop_needsAFullWindowAndThenFinishes() {
    var stop = new EarlyStop.MeanReturn(-100, 4);
    var trial = Trial.of(new TwoSteps(new ArrayList<>()), new Witness(), 100);
    var soon = trial.with(new Evaluation(0, 1, 1), stop).start();
    Told told = run(soon);
    assertThat(soon.progress().step()).isEqualTo(8);
    assertThat(soon.progress().done()).isEqualTo(1);
    assertThat(told.rows.get(told.rows.size() - 1)).startsWith("8 {charts/episodic_return=");
    var later = trial.with(new Evaluation(0, 1, 1), new EarlyStop.MeanReturn(20, 4)).start();
    run(later);
    assertThat(later.progress().step()).isEqualTo(26); // 2 x 12 - 3 is 21, and it is the 13th
    soon.close();
    later.close();
  }

  @Test
  void earlyStop_resumedWithAShorterWindow_seesThatOne() {
    var trial = Trial.of(new TwoSteps(new ArrayList<>()), new Witness(), 100);
    var whole = trial.with(new Evaluation(0, 1, 1), new EarlyStop.MeanReturn(1e9, 9)).start();
    advance(whole, 30);
    var resumed = trial.with(new Evaluation(0, 1, 1), new EarlyStop.MeanReturn(-1, 2)).start();
    MapStore.copy(whole, resumed);
    advance(resumed, 2);
    assertThat(resumed.progress().finished()).isTrue();
    whole.close();
    resumed.close();
  }

  @Test
  void steps_thatAreNoMultipleOfTheEnvironments_areMadeUpAndCanBeKept() {
    var trial = Trial.of(PENDULUM, new Witness(), 50).with(10, 1, 12);
    var training = trial.start();
    run(training);
    assertThat(training.progress()).isEqualTo(new Training.Progress("learn", 60, 60, 1));
    var resumed = trial.start();
    MapStore.copy(training, resumed);
    assertThat(resumed.progress()).isEqualTo(training.progress());
    training.close();
    resumed.close();
  }

  @Test
  void steps_asManyAsThereAre_canBeKept() {
    var training = Trial.of(PENDULUM, new Witness(), Integer.MAX_VALUE).with(10, 1, 2).start();
    advance(training, 3);
    assertThat(state(training).get("step")).isEqualTo(6L);
    assertThat(training.progress().of()).isEqualTo(2147483648L);
    training.close();
  }

  @ParameterizedTest
  @CsvSource({"pendulum, 1, false", "pendulum, 3, true", "lander, 2, false", "lander, 2, true"})
  void exchange_inMidEpisode_goesOnAsIfNothingHadHappened(
      String name, int environments, boolean normalize) {
    EnvSpec environment = name.equals("lander") ? LANDER : PENDULUM;
    var trial =
        Trial.of(environment, SAC, 800)
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

  @Test
  void exchange_withoutTheReplay_fillsAnotherByThePolicyBeforeItLearnsOn() {
    var trial = Trial.of(PENDULUM, new Witness(), 100).with(false, 1, false).with(20, 1, 1);
    var whole = trial.start();
    advance(whole, 50);
    assertThat(state(whole).keySet()).noneMatch(key -> key.startsWith("replay"));
    var witness = new Witness();
    var resumed = Trial.of(PENDULUM, witness, 100).with(false, 1, false).with(20, 1, 1).start();
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
    var whole = Trial.of(PENDULUM, new Witness(), 60).start();
    advance(whole, 41);
    var shorter = Trial.of(PENDULUM, new Witness(), 40).start();
    assertThatThrownBy(() -> MapStore.copy(whole, shorter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("steps must be at least the 41 that are made, was 40");
    whole.close();
    shorter.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void advance_lossIsNoNumber_isNonFiniteLoss(double loss) {
    var witness = new Witness();
    var training = Trial.of(PENDULUM, witness, 40).start();
    advance(training, 13);
    witness.loss = loss;
    assertThatThrownBy(() -> training.advance(new Told()))
        .isInstanceOf(NonFiniteLoss.class)
        .hasMessage("the loss was " + loss + " at update 3 of phase learn");
    training.close();
  }

  @Test
  void advance_twoHundredUpdates_leavesNoNativeArray() {
    var training = Trial.of(PENDULUM, SAC, 400).start();
    advance(training, 20);
    int before = NativeScope.liveArrays();
    advance(training, 200);
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
    training.close();
  }

  @Test
  void spec_discreteActionsUnderSac_areRefusedWithAReason() {
    var cartPole =
        new CartPole.Spec(9.8, 1, .1, .5, 10, .02, EULER, .21, 2.4, false, -.05, .05, 500);
    assertThatThrownBy(() -> Trial.of(cartPole, SAC, 40).spec())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sac() needs continuous actions, but those of cartPole are discrete");
  }

  @Test
  void spec_actorWithoutScoredSamples_isRefusedWithAReason() {
    var velocity = ActorSamples.flowMatching(OdeSolver.RK4);
    assertThatThrownBy(() -> Trial.of(PENDULUM, SAC, 40).with(velocity, 500).spec())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sac() needs scored samples (gaussian, flow, latent")
        .hasMessageContaining("flowMatching offers");
  }

  @Test
  void spec_replayThatNeverOutlastsTheWarmUp_isRefused() {
    assertThatThrownBy(() -> Trial.of(PENDULUM, SAC, 40).with(500, 1, 1).spec())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replay must hold more than the warmUp of 500, was 500");
    assertThatThrownBy(
            () -> Trial.of(PENDULUM, SAC, 40).with(ActorSamples.gaussian(true), 7).spec())
        .hasMessage("replay must be at least 8, was 7");
  }

  @Test
  void check_ofSoundParts_buildsThemOnceForAllSeeds() {
    var spec = Trial.of(PENDULUM, SAC, 40).spec();
    var sound = new HashSet<Object>();
    spec.check(sound);
    spec.seeded(8).check(sound);
    assertThat(sound).hasSize(1);
    assertThat(spec.seeded(8).seed()).isEqualTo(8);
    assertThat(spec.brokenLaws()).isEmpty();
  }

  @Test
  void start_anotherSeed_givesOtherWeightsAndEpisodes() {
    var spec = Trial.of(PENDULUM, SAC, 40).spec();
    var one = spec.start();
    var same = spec.seeded(3).start();
    var other = spec.seeded(4).start();
    Told told = run(one);
    assertThat(run(same).rows).isEqualTo(told.rows);
    assertThat(run(other).rows).isNotEqualTo(told.rows);
    assertThat(state(same)).usingRecursiveComparison().isEqualTo(state(one));
  }

  @Test
  void evaluationAndEarlyStop_numbersOutOfRange_areRefusedWithTheirValues() {
    assertThatThrownBy(() -> new Evaluation(-1, 1, 1))
        .hasMessage("every must be at least 0, was -1");
    assertThatThrownBy(() -> new Evaluation(1, 0, 1))
        .hasMessage("episodes must be at least 1, was 0");
    assertThatThrownBy(() -> new EarlyStop.MeanReturn(Double.NaN, 1))
        .hasMessage("least must be finite, was NaN");
    assertThatThrownBy(() -> new EarlyStop.MeanReturn(1, 0))
        .hasMessage("window must be at least 1, was 0");
  }
}
