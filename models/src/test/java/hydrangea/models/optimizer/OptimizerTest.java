package hydrangea.models.optimizer;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.numbers;
import static hydrangea.models.testing.Golden.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.Weights;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden runs are double, the state here is float: after ten updates the path from the start
 * may be off by 2e-6 of its length. A float weight of size one would hide three digits of a step,
 * so all but the weight-decaying runs start at zero and are given the recorded gradients.
 */
final class OptimizerTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double[] START = {1, -0.5, 0.25, 2};
  private static final JsonObject GOLDEN = Golden.json("rl_numerics.json");
  private static final Map<String, OptimizerSpec> RUNS =
      Map.of(
          "adam", adam(1e-2, INFINITE, 0.9, 0.999),
          "adam_lr_3e-4", adam(3e-4, INFINITE, 0.9, 0.999),
          "adam_clip_1", adam(1e-2, 1, 0.9, 0.999),
          "adam_gradient_zero_after_3", adam(1e-2, INFINITE, 0.9, 0.999),
          "adam_beta1_05", adam(1e-2, INFINITE, 0.5, 0.9),
          "sgd_momentum_09", new Sgd.Spec(1e-3, 0.9, new Schedule.Constant(), INFINITE));

  private static Adam.Spec adam(double rate, double clipNorm, double beta1, double beta2) {
    return new Adam.Spec(rate, new Schedule.Constant(), clipNorm, beta1, beta2, 1e-8);
  }

  private static AdamW.Spec adamW(double rate, double weightDecay) {
    return new AdamW.Spec(rate, weightDecay, new Schedule.Constant(), INFINITE, 0.9, 0.999, 1e-8);
  }

  static List<OptimizerSpec> catalogue() {
    return List.of(
        adam(1e-2, 1, 0.9, 0.999),
        adamW(1e-2, 0.01),
        new Sgd.Spec(1e-2, 0.9, new Schedule.Constant(), 1));
  }

  static List<String> runs() {
    return RUNS.keySet().stream().sorted().toList();
  }

  private static List<JsonObject> rows(String run) {
    return objects(GOLDEN.getAsJsonObject("optimisers").get(run));
  }

  private static Weights weights(double... values) {
    var weights = new Weights(values.length);
    for (int i = 0; i < values.length; i++) {
      weights.edit()[i] = (float) values[i];
    }
    return weights;
  }

  private static Gradient gradient(Weights of, double... values) {
    var gradient = new Gradient(of);
    for (int i = 0; i < values.length; i++) {
      gradient.value()[i] = (float) values[i];
    }
    return gradient;
  }

  /** Weights that started at zero moved as far as the golden ones from their start. */
  private static void assertPath(Weights moved, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertClose(moved.value()[i] / (expected[i] - START[i]), 1, 2e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void update_goldenGradients_followsTheGoldenPath(String run) {
    var weights = weights(0, 0, 0, 0);
    var optimizer = Objects.requireNonNull(RUNS.get(run)).build(weights);
    for (var row : rows(run)) {
      optimizer.update(gradient(weights, numbers(row.get("gradient"))), 0, 10);
      assertPath(weights, numbers(row.get("parameter")));
    }
  }

  @Test
  void adamW_goldenGradients_followsTheGoldenParameters() {
    var weights = weights(START);
    var optimizer = adamW(1e-2, 0.01).build(weights);
    for (var row : rows("adamw_decay_001")) {
      optimizer.update(gradient(weights, numbers(row.get("gradient"))), 0, 10);
      var expected = numbers(row.get("parameter"));
      for (int i = 0; i < 4; i++) {
        assertClose(weights.value()[i], expected[i], 1e-6); // ten decays are 1e-3 in all
      }
    }
  }

  @Test
  void clipping_goldenCases_agrees() {
    for (var golden : objects(GOLDEN.getAsJsonObject("clip_grad_norm").get("cases"))) {
      double total = golden.get("total_norm").getAsDouble();
      double coefficient = Clipping.coefficient(total, golden.get("max_norm").getAsDouble());
      var before = numbers(golden.getAsJsonArray("gradients").get(1));
      var after = numbers(golden.getAsJsonArray("clipped").get(1));
      for (int i = 0; i < before.length; i++) {
        assertClose(coefficient * before[i] / after[i], 1, 1e-12);
      }
    }
  }

  @Test
  void update_clipped_returnsTheNormBefore() {
    var golden = rows("adam_clip_1").get(0);
    var weights = weights(0, 0, 0, 0);
    double norm =
        adam(1e-2, 1, 0.9, 0.999)
            .build(weights)
            .update(gradient(weights, numbers(golden.get("gradient"))), 0, 1);
    assertClose(norm, golden.get("norm_before_clip").getAsDouble(), 1e-7);
  }

  @Test
  void adam_gradientAsSmallAsEpsilon_addsItAfterTheBiasCorrection() {
    var weights = weights(0, 0);
    var adam = adam(1, INFINITE, 0.9, 0.999).build(weights);
    adam.update(gradient(weights, 1e-8, -3e-8), 0, 1);
    // -g / (|g| + epsilon): one half and three quarters
    assertClose(weights.value()[0], -0.5, 1e-6);
    assertClose(weights.value()[1], 0.75, 1e-6);
  }

  @Test
  void adam_twoUpdates_byHand() {
    var weights = weights(0);
    var adam = adam(1, INFINITE, 0.5, 0.75).build(weights);
    adam.update(gradient(weights, 2), 0, 2);
    assertClose(weights.value()[0], -1, 1e-6);
    adam.update(gradient(weights, -4), 1, 2);
    // m = .5 * 1 - .5 * 4 = -1.5, over 3/4: -2; v = .75 * 1 + .25 * 16 = 4.75, over 7/16
    assertClose(weights.value()[0], -1 + 2 / Math.sqrt(4.75 * 16 / 7), 1e-6);
  }

  @Test
  void adamW_noGradient_onlyDecays() {
    var weights = weights(2, -4);
    adamW(0.1, 0.5).build(weights).update(new Gradient(weights), 0, 1);
    assertClose(weights.value()[0], 2 * (1 - 0.05), 1e-7);
    assertClose(weights.value()[1], -4 * (1 - 0.05), 1e-7);
  }

  @Test
  void moments_longWithoutGradient_stayOutOfTheDenormals() {
    for (double decay : new double[] {0.5, 0.9, 0.999}) {
      var weights = weights(0);
      var adam = adam(1e-3, INFINITE, decay, decay).build(weights);
      adam.update(gradient(weights, 1), 0, 1);
      for (int i = 0; i < 150_000; i++) { // 0.999^150000 is 1e-66
        adam.update(new Gradient(weights), 0, 1);
      }
      for (String name : List.of("mean", "square")) {
        float left = ((float[]) MapStore.saved(adam).get(name))[0];
        assertThat(left == 0 || Math.abs(left) >= Float.MIN_NORMAL).isTrue();
        assertThat(left).isLessThan(1e-22f);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void spec_everyEntry_buildsTheClassItIsNestedIn(OptimizerSpec spec) {
    assertThat(spec.build(weights(1))).isInstanceOf(spec.getClass().getDeclaringClass());
  }

  @Test
  void update_atFactorOneHalf_movesHalfAsFar() {
    var half = new Schedule.Linear(1, 0);
    var weights = weights(0);
    new Sgd.Spec(0.1, 0, half, INFINITE).build(weights).update(gradient(weights, 1), 5, 10);
    assertClose(weights.value()[0], -0.05, 1e-8);
    var other = weights(0);
    new Adam.Spec(0.1, half, INFINITE, 0.9, 0.999, 1e-8)
        .build(other)
        .update(gradient(other, 1), 5, 10);
    assertClose(other.value()[0], -0.05, 1e-8);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void update_gradientThatIsNotFinite_leavesEverythingAsItWas(OptimizerSpec spec) {
    var weights = weights(1, 2);
    var optimizer = spec.build(weights);
    assertThat(optimizer.update(gradient(weights, Double.NaN, 1), 0, 1)).isNaN();
    assertThat(optimizer.update(gradient(weights, INFINITE, 1), 0, 1)).isInfinite();
    assertThat(weights.value()).containsExactly(1, 2);
    var fresh = weights(1, 2);
    spec.build(fresh).update(gradient(fresh, 3, 4), 0, 1);
    optimizer.update(gradient(weights, 3, 4), 0, 1);
    assertThat(weights.value()).isEqualTo(fresh.value());
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void exchange_midway_continuesAsIfNothingHappened(OptimizerSpec spec) {
    var weights = weights(1, 2);
    var optimizer = spec.build(weights);
    optimizer.update(gradient(weights, 3, -1), 0, 3);
    optimizer.update(gradient(weights, 1, -2), 1, 3);
    var restored = weights(weights.value()[0], weights.value()[1]);
    var resumed = spec.build(restored);
    MapStore.copy(optimizer, resumed);
    optimizer.update(gradient(weights, 5, 6), 2, 3);
    resumed.update(gradient(restored, 5, 6), 2, 3);
    assertThat(restored.value()).isEqualTo(weights.value());
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void update_gradientOfOthers_isRefused(OptimizerSpec spec) {
    var optimizer = spec.build(weights(1));
    assertThatThrownBy(() -> optimizer.update(new Gradient(weights(1)), 0, 1))
        .hasMessage("the gradient is not of the weights that it should move");
  }

  @Test
  void specs_outOfRange_areRefusedWithTheValue() {
    assertThatThrownBy(() -> adam(Double.NaN, 1, 0.9, 0.999))
        .hasMessage("learningRate must be positive and finite, was NaN");
    assertThatThrownBy(() -> adam(1, 0, 0.9, 0.999))
        .hasMessage("clipNorm must be positive (infinite: no clipping), was 0.0");
    assertThatThrownBy(() -> adam(1, 1, 1, 0.999))
        .hasMessage("beta1 must be at least 0 and below 1, was 1.0");
    assertThatThrownBy(() -> adamW(1, -0.1))
        .hasMessage("weightDecay must be 0 or more and finite, was -0.1");
    assertThatThrownBy(() -> adamW(-1, 0.1))
        .hasMessage("learningRate must be positive and finite, was -1.0");
    assertThatThrownBy(() -> new Sgd.Spec(1, -0.5, new Schedule.Constant(), 1))
        .hasMessage("momentum must be at least 0 and below 1, was -0.5");
  }
}
