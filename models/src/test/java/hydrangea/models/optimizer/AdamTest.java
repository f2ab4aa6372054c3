package hydrangea.models.optimizer;

import static hydrangea.models.optimizer.Trial.CONSTANT;
import static hydrangea.models.optimizer.Trial.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdamTest {
  private static Adam.Spec adam(double learningRate, double clipNorm) {
    return new Adam.Spec(learningRate, .9, .999, 1e-8, CONSTANT, clipNorm);
  }

  @ParameterizedTest
  @CsvSource({
    "adam, 1e-2, .9, .999, Infinity",
    "adam_lr_3e-4, 3e-4, .9, .999, Infinity",
    "adam_clip_1, 1e-2, .9, .999, 1",
    "adam_gradient_zero_after_3, 1e-2, .9, .999, Infinity",
    "adam_beta1_05, 1e-2, .5, .9, Infinity",
  })
  void update_replaysPyTorch(
      String run, double learningRate, double beta1, double beta2, double clipNorm) {
    var spec = new Adam.Spec(learningRate, beta1, beta2, 1e-8, CONSTANT, clipNorm);
    Trial.assertReplays(spec, run);
    Trial.assertReplaysFromZero(spec, run);
  }

  @Test
  void firstUpdate_byHand_isTheRateAgainstTheSign() {
    var trial = new Trial(adam(.125, NONE), 1, -2, .5);
    trial.update(.5, -4, 0);
    // mHat = g and vHat = g^2, so the step is rate g / (|g| + 1e-8).
    trial.assertWeights(3e-7, .875, -1.875, .5);
  }

  @Test
  void secondUpdate_byHand_correctsBothBiases() {
    var trial = new Trial(adam(1, NONE), 0);
    trial.update(1);
    trial.update(-1);
    // m = .9 * .1 - .1 = -.01, mHat = -.01 / .19; v = .001999, vHat = 1: steps of -1 and +1/19.
    trial.assertWeights(1e-6, -1 + 1 / 19.);
  }

  @Test
  void epsilon_asLargeAsTheGradient_halvesTheFirstStep() {
    var trial = new Trial(new Adam.Spec(1, .9, .999, 1e-3, CONSTANT, NONE), 0);
    trial.update(1e-3);
    // Inside the root or before the bias correction it would be -.03 or -.97.
    trial.assertWeights(1e-6, -.5);
  }

  @Test
  void update_clipping_returnsTheNormBefore() {
    var trial = new Trial(adam(1e-2, 1), 1, -.5, .25, 2);
    for (var row : Trial.golden("adam_clip_1")) {
      double norm = trial.update(Golden.numbers(row.get("gradient")));
      double expected = row.get("norm_before_clip").getAsDouble();
      assertThat(norm).isCloseTo(expected, within(1e-7 * expected));
    }
  }

  @Test
  void update_underASchedule_takesItsFactorOfTheRate() {
    var schedule = new Schedule.Linear(1, 0);
    var trial = new Trial(new Adam.Spec(1, .9, .999, 1e-8, schedule, NONE), 0);
    trial.gradient.value()[0] = 2;
    trial.optimizer.update(trial.weights, trial.gradient, 75, 100);
    trial.assertWeights(1e-6, -.25);
  }

  @Test
  void update_keepsTheGradientAndTellsTheNetworks() {
    var trial = new Trial(adam(1, 1), 0, 0);
    int revision = trial.weights.revision();
    trial.update(3, 4);
    assertThat(trial.gradient.value()).containsExactly(3, 4);
    assertThat(trial.weights.revision()).isGreaterThan(revision);
  }

  @Test
  void averages_longWithoutGradient_stayOutOfTheDenormals() {
    var trial = new Trial(new Adam.Spec(1e-3, .9, .99, 1e-8, CONSTANT, NONE), 0, 0);
    trial.update(1, -1e-6);
    for (int k = 0; k < 12_000; k++) {
      trial.update(0, 0);
    }
    var state = MapStore.saved(trial.optimizer);
    assertNoDenormals(state.get("m"));
    assertNoDenormals(state.get("v"));
  }

  private static void assertNoDenormals(@Nullable Object values) {
    for (float value : (float[]) Objects.requireNonNull(values)) {
      assertThat(value == 0 || Math.abs(value) >= Float.MIN_NORMAL).as("%s", value).isTrue();
      assertThat(Math.abs(value)).isLessThan(1e-25f);
    }
  }
}
