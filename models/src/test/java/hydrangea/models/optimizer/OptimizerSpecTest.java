package hydrangea.models.optimizer;

import static hydrangea.models.optimizer.Trial.CONSTANT;
import static hydrangea.models.optimizer.Trial.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Gradient;
import hydrangea.models.Weights;
import hydrangea.models.testing.MapStore;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the whole catalogue. */
final class OptimizerSpecTest {
  private static final Schedule COSINE = new Schedule.Cosine(.1);

  static List<OptimizerSpec> catalogue() {
    return List.of(
        new Adam.Spec(1e-2, .9, .999, 1e-8, COSINE, 1),
        new AdamW.Spec(1e-2, .9, .999, 1e-8, .1, COSINE, 1),
        new Sgd.Spec(1e-2, .9, COSINE, 1));
  }

  @Test
  void catalogue_hasARowForEverySpec() {
    var permitted = new HashSet<>(Arrays.asList(OptimizerSpec.class.getPermittedSubclasses()));
    permitted.remove(OptimizerSpec.Open.class);
    assertThat(catalogue().stream().map(Object::getClass).toList()).hasSameElementsAs(permitted);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void restored_goesOnAsIfNeverInterrupted(OptimizerSpec spec) {
    var through = new Trial(spec, 1, -2, 3);
    run(through, 0, 20);
    var half = new Trial(spec, 1, -2, 3);
    run(half, 0, 10);
    var resumed = new Trial(spec, 0, 0, 0);
    MapStore.copy(half.weights, resumed.weights);
    MapStore.copy(half.optimizer, resumed.optimizer);
    run(resumed, 10, 20);
    assertThat(resumed.weights.value()).containsExactly(through.weights.value());
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void forgotten_goesAnotherWay(OptimizerSpec spec) {
    var through = new Trial(spec, 1, -2, 3);
    run(through, 0, 20);
    var half = new Trial(spec, 1, -2, 3);
    run(half, 0, 10);
    var fresh = new Trial(spec, 0, 0, 0);
    MapStore.copy(half.weights, fresh.weights);
    run(fresh, 10, 20);
    assertThat(fresh.weights.value()).isNotEqualTo(through.weights.value());
  }

  /** Gradients of a bowl that is steep one way, so that momentum and averages matter. */
  private static void run(Trial trial, int from, int to) {
    for (int step = from; step < to; step++) {
      for (int i = 0; i < trial.weights.size(); i++) {
        trial.gradient.value()[i] = (1 + 10 * i) * trial.weights.value()[i];
      }
      trial.optimizer.update(trial.weights, trial.gradient, step, 20);
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void update_withAnothersGradient_isRefused(OptimizerSpec spec) {
    var weights = new Weights(3);
    var optimizer = spec.build(3);
    assertThatThrownBy(() -> optimizer.update(weights, new Gradient(new Weights(3)), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the gradient belongs to other weights");
    assertThatThrownBy(() -> spec.build(2).update(weights, new Gradient(weights), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an optimiser of 2 weights was given 3");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void values_outOfTheirBounds_areRefused(Supplier<Object> spec, String message) {
    assertThatThrownBy(spec::get).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(
            () -> new Adam.Spec(Double.NaN, .9, .999, 1e-8, CONSTANT, NONE),
            "learningRate must be positive and finite, was NaN"),
        refused(
            () -> new AdamW.Spec(0, .9, .999, 1e-8, 0, CONSTANT, NONE),
            "learningRate must be positive and finite, was 0.0"),
        refused(
            () -> new Sgd.Spec(NONE, .9, CONSTANT, NONE),
            "learningRate must be positive and finite, was Infinity"),
        refused(
            () -> new Adam.Spec(1, 1, .999, 1e-8, CONSTANT, NONE),
            "beta1 must be in [0, 1), was 1.0"),
        refused(
            () -> new Adam.Spec(1, .9, -.5, 1e-8, CONSTANT, NONE),
            "beta2 must be in [0, 1), was -0.5"),
        refused(
            () -> new Adam.Spec(1, .9, .999, 1e-50, CONSTANT, NONE),
            "epsilon must be positive and finite in single precision, was 1.0E-50"),
        refused(
            () -> new AdamW.Spec(1, .9, .999, 1e-8, -.1, CONSTANT, NONE),
            "weightDecay must be finite and not negative, was -0.1"),
        refused(
            () -> new Sgd.Spec(1, .9, CONSTANT, 0),
            "clipNorm must be positive (infinity for none), was 0.0"),
        refused(
            () -> new Sgd.Spec(1, .9, CONSTANT, Double.NaN),
            "clipNorm must be positive (infinity for none), was NaN"),
        refused(() -> new Sgd.Spec(1, 1, CONSTANT, NONE), "momentum must be in [0, 1), was 1.0"),
        refused(() -> new Schedule.Linear(-1, 0), "from must be finite and not negative, was -1.0"),
        refused(
            () -> new Schedule.Cosine(Double.NaN), "to must be finite and not negative, was NaN"),
        refused(() -> new Schedule.WarmUp(-5, CONSTANT), "steps must be at least 0, was -5"),
        refused(() -> new Ema(1), "decay must be in [0, 1), was 1.0"));
  }

  private static Arguments refused(Supplier<Object> spec, String message) {
    return Arguments.of(spec, message);
  }
}
