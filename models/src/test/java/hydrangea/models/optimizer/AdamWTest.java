package hydrangea.models.optimizer;

import static hydrangea.models.optimizer.Trial.CONSTANT;
import static hydrangea.models.optimizer.Trial.NONE;

import org.junit.jupiter.api.Test;

final class AdamWTest {
  private static AdamW.Spec adamW(double learningRate, double weightDecay, Schedule schedule) {
    return new AdamW.Spec(learningRate, .9, .999, 1e-8, weightDecay, schedule, NONE);
  }

  @Test
  void update_replaysPyTorch() {
    Trial.assertReplays(adamW(1e-2, .01, CONSTANT), "adamw_decay_001");
  }

  @Test
  void update_withoutDecay_isAdams() {
    Trial.assertReplaysFromZero(adamW(1e-2, 0, CONSTANT), "adam");
  }

  @Test
  void update_withoutGradient_onlyDecays() {
    var trial = new Trial(adamW(.5, .25, CONSTANT), 2, -1);
    trial.update(0, 0);
    trial.assertWeights(0, 1.75, -.875);
  }

  @Test
  void decay_underASchedule_shrinksWithTheRate() {
    var trial = new Trial(adamW(.5, .25, new Schedule.Linear(1, 0)), 2);
    trial.optimizer.update(trial.weights, trial.gradient, 50, 100);
    trial.assertWeights(0, 1.875);
  }

  @Test
  void decay_besideAGradient_staysOutOfTheAverages() {
    var trial = new Trial(adamW(.5, .25, CONSTANT), 2);
    trial.update(.1);
    trial.assertWeights(1e-6, 2 * .875 - .5); // a decay in the gradient would only step by .5
  }
}
