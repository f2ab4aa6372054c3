package hydrangea.models.training;

import static hydrangea.models.training.LearnTrial.CART_POLE;
import static hydrangea.models.training.LearnTrial.PENDULUM;
import static hydrangea.models.training.LearnTrial.SAC;
import static hydrangea.models.training.Told.advance;
import static hydrangea.models.training.Told.number;
import static hydrangea.models.training.Told.run;
import static hydrangea.models.training.Told.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.envs.Discrete;
import hydrangea.models.actor.EpsilonGreedy;
import hydrangea.models.actor.Exploration;
import hydrangea.models.actor.Moment;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.objective.Dqn;
import hydrangea.models.objective.TargetUpdate;
import hydrangea.models.objective.ValueLoss;
import hydrangea.models.testing.MapStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LearnTest {
  @Test
  void warmUp_isRandomAndWithoutUpdates_asInStableBaselines() {
    var acted = new ArrayList<Double>();
    var witness = new Witness();
    var training = LearnTrial.of(new TwoSteps(acted), witness, 40).with(20, 1, 1).start();
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

  @Test
  void warmUp_ofDiscreteActions_takesEachOfThem() {
    var witness = new Witness(Discrete.class);
    var greedy =
        new EpsilonGreedy.Spec<>(LearnTrial.MIXTURE, new Exploration.LinearEpsilon(0, 0, 1));
    var training = LearnTrial.of(CART_POLE, witness, 60).with(greedy, 500).with(50, 1, 1).start();
    run(training);
    var taken = new ArrayList<Double>();
    witness.batches.forEach(batch -> Arrays.stream(batch.action().data).forEach(taken::add));
    assertThat(taken).contains(0.0, 1.0).allMatch(action -> action == 0 || action == 1);
    training.close();
  }

  @Test
  void exploration_isToldTheStepsAndTheEpisodesBeforeEachAction() {
    var moments = new ArrayList<Moment>();
    var noted = new Noted(moments);
    var dqn =
        new Dqn.Spec<>(
            new ValueLoss.MixtureNll(0), 0.99, true, new TargetUpdate.CopyEveryEpisodes(1));
    var training =
        LearnTrial.of(CART_POLE, dqn, 90)
            .with(new EpsilonGreedy.Spec<>(LearnTrial.MIXTURE, noted), 500)
            .with(10, 1, 1)
            .start();
    run(training);
    training.close();
    assertThat(moments.stream().map(Moment::step).toList())
        .isEqualTo(LongStream.range(10, 90).boxed().toList());
    long last = moments.get(moments.size() - 1).episodes();
    assertThat(moments.stream().map(Moment::episodes).distinct().sorted().toList())
        .isEqualTo(LongStream.rangeClosed(moments.get(0).episodes(), last).boxed().toList());
    assertThat(last).isGreaterThan(1);
  }

  /** Strays always; notes when. */
  private record Noted(List<Moment> moments) implements Exploration.Open {
    @Override
    public double epsilon(Moment moment) {
      moments.add(moment);
      return 1;
    }

    @Override
    public double last() {
      return 1;
    }
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
    var trial = LearnTrial.of(PENDULUM, witness, steps).with(warmUp, ratio, environments);
    var training = trial.start();
    Told told = run(training);
    // A first step of several environments that is partly a warm-up counts whole.
    int slack = (int) Math.ceil(ratio * environments) * (warmUp % environments == 0 ? 0 : 1);
    assertThat(witness.steps.size()).isBetween(updates, updates + slack);
    assertThat(number(training.results(new Told()), "updates")).isEqualTo(witness.steps.size());
    var last = told.values.get(told.values.size() - 1);
    assertThat(number(last, "charts/updates")).isEqualTo(witness.steps.size());
    training.close();
  }

  @Test
  void updatesPerStep_halfAnUpdate_isOneEveryOtherStep() {
    var witness = new Witness();
    var training = LearnTrial.of(PENDULUM, witness, 40).with(10, 0.5, 1).start();
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
  void steps_thatAreNoMultipleOfTheEnvironments_areMadeUpAndCanBeKept() {
    var trial = LearnTrial.of(PENDULUM, new Witness(), 50).with(10, 1, 12);
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
    var training = LearnTrial.of(PENDULUM, new Witness(), Integer.MAX_VALUE).with(10, 1, 2).start();
    advance(training, 3);
    assertThat(state(training).get("step")).isEqualTo(6L);
    assertThat(training.progress().of()).isEqualTo(2147483648L);
    training.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void advance_lossIsNoNumber_isNonFiniteLoss(double loss) {
    var witness = new Witness();
    var training = LearnTrial.of(PENDULUM, witness, 40).start();
    advance(training, 13);
    witness.loss = loss;
    assertThatThrownBy(() -> training.advance(new Told()))
        .isInstanceOf(NonFiniteLoss.class)
        .hasMessage("the loss was " + loss + " at update 3 of phase learn");
    training.close();
  }

  @Test
  void advance_twoHundredUpdates_leavesNoNativeArray() {
    var training = LearnTrial.of(PENDULUM, SAC, 400).start();
    advance(training, 20);
    int before = NativeScope.liveArrays();
    advance(training, 200);
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
    training.close();
  }

  @Test
  void start_anotherSeed_givesOtherWeightsAndEpisodes() {
    var spec = LearnTrial.of(PENDULUM, SAC, 40).spec();
    var one = spec.start();
    var same = spec.seeded(3).start();
    var other = spec.seeded(4).start();
    Told told = run(one);
    assertThat(run(same).rows).isEqualTo(told.rows);
    assertThat(run(other).rows).isNotEqualTo(told.rows);
    assertThat(state(same)).usingRecursiveComparison().isEqualTo(state(one));
  }
}
