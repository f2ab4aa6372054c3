package hydrangea.models.training;

import static hydrangea.models.training.LearnTrial.PENDULUM;
import static hydrangea.models.training.Told.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.rollout.Batch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link Learn} gives its learner to learn from. */
final class LearnBatchTest {
  @Test
  void batches_atAnEnd_tellTerminationFromTruncationAndKeepTheLastObservation() {
    var witness = new Witness();
    var training = LearnTrial.of(new TwoSteps(new ArrayList<>()), witness, 60).start();
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
    var training = LearnTrial.of(new TwoSteps(acted), witness, 60).start();
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
    var one = LearnTrial.of(PENDULUM, plain, 60).start();
    var other = LearnTrial.of(PENDULUM, scaled, 60).with(true, 0.5, false).start();
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
    var training = LearnTrial.of(PENDULUM, witness, 500).with(true, 1, true).start();
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
}
