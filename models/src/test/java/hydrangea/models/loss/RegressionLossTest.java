package hydrangea.models.loss;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.column;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.numbers;
import static hydrangea.models.testing.Golden.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RegressionLossTest {
  private static final Seeds SEEDS = new Seeds(21);
  private static final SquaredError SQUARED = new SquaredError();

  static List<RegressionLoss> losses() {
    return List.of(
        SQUARED,
        new Huber(0.5),
        new Adaptive(SQUARED, 1, 0.01),
        new Adaptive(SQUARED, 0.75, 0.001),
        new Adaptive(new Huber(1), 0.5, 0.01));
  }

  static Stream<JsonObject> networks() {
    return objects(Golden.json("mean_flow_network.json").get("networks")).stream();
  }

  static Stream<JsonObject> hubers() {
    return objects(Golden.json("rl_numerics.json").get("huber")).stream();
  }

  @Test
  void squaredError_twoRows_byHand() {
    var loss =
        SQUARED.loss(
            Matrix.of(new double[][] {{1, 2}, {0, 5}}),
            Matrix.of(new double[][] {{0, 4}, {0, 2}}),
            Matrix.column(1, 3));
    assertThat(loss.value()).isEqualTo((1 * 5 + 3 * 9) / 2.0);
    assertThat(loss.gradient()).isEqualTo(Matrix.of(new double[][] {{1, -2}, {0, 9}}));
  }

  @Test
  void huber_twoRows_byHand() {
    var loss =
        new Huber(2)
            .loss(
                Matrix.of(new double[][] {{1, -3}, {5, 0}}),
                new Matrix(2, 2),
                Matrix.column(1, 10));
    assertThat(loss.value()).isEqualTo((0.5 + 2 * (3 - 1) + 10 * 2 * (5 - 1)) / 2);
    assertThat(loss.gradient()).isEqualTo(Matrix.of(new double[][] {{0.5, -1}, {10, 0}}));
  }

  @Test
  void adaptive_twoRows_byHand() {
    var loss = new Adaptive(SQUARED, 0.5, 1).loss(Matrix.column(Math.sqrt(3), 0), new Matrix(2, 1));
    assertClose(loss.value(), 3 / 2.0 / 2, 1e-15);
    assertClose(loss.gradient(), Matrix.column(Math.sqrt(3) / 2, 0), 1e-15);
  }

  @Test
  void adaptive_powerZero_isTheLossItself() {
    var prediction = SEEDS.at("prediction").normal(5, 3);
    var target = SEEDS.at("target").normal(5, 3);
    assertThat(new Adaptive(SQUARED, 0, 1).loss(prediction, target))
        .isEqualTo(SQUARED.loss(prediction, target));
  }

  @Test
  void adaptive_powerOne_isPinnedNearOneWhileTheRawErrorMoves() {
    var adaptive = new Adaptive(SQUARED, 1, 1e-3);
    var target = new Matrix(1, 1);
    assertClose(adaptive.loss(Matrix.column(10), target).value(), 1, 1e-4);
    assertClose(adaptive.loss(Matrix.column(1), target).value(), 1, 1e-2);
    assertThat(SquaredError.ofRows(Matrix.column(10), target).mean()).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("hubers")
  void huber_goldenResiduals_agree(JsonObject golden) {
    var huber = new Huber(golden.get("delta").getAsDouble());
    var x = numbers(golden.get("x"));
    var expected = numbers(golden.get("loss"));
    for (int k = 0; k < x.length; k++) {
      assertClose(huber.loss(Matrix.column(x[k]), Matrix.column(0)).value(), expected[k], 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void losses_goldenNetworks_agree(JsonObject golden) {
    var u = matrix(golden.get("u"));
    var target = matrix(golden.get("target"));
    var expected = golden.getAsJsonObject("losses");
    assertClose(SquaredError.ofRows(u, target), column(golden.get("squared_error")), 1e-12);
    assertLoss(SQUARED, u, target, expected, "mse_sum_over_dims", 1);
    assertLoss(new Adaptive(SQUARED, 1, 1e-2), u, target, expected, "adaptive_p1_c001_sum", 1);
    assertLoss(
        new Adaptive(SQUARED, 0.75, 1e-3), u, target, expected, "adaptive_p075_c0001_sum", 1);
    // means over A = 2 coordinates: a constant A c, and a factor for |D|^2 and its power
    assertLoss(
        new Adaptive(SQUARED, 0.2, 2 * 1e-3),
        u,
        target,
        expected,
        "adaptive_p02_c0001_mean",
        Math.pow(2, 0.2) / 2);
    assertLoss(new Huber(1), u, target, expected, "huber_delta1_mean", 1 / 2.0);
  }

  private static void assertLoss(
      RegressionLoss loss, Matrix u, Matrix target, JsonObject losses, String name, double factor) {
    double expected = losses.get(name).getAsDouble();
    assertClose(factor * loss.loss(u, target).value(), expected, 1e-12);
  }

  @Test
  void squaredErrorAndHuber_randomRows_goBackAsFiniteDifferences() {
    var prediction = SEEDS.at("prediction").normal(5, 3);
    var target = SEEDS.at("target").normal(5, 3);
    var weight = SEEDS.at("weight").uniform(5, 1);
    for (var loss : List.of(SQUARED, new Huber(0.5))) {
      assertClose(
          loss.loss(prediction, target, weight).gradient(),
          Differences.gradient(p -> loss.loss(p, target, weight).value(), prediction),
          1e-8);
    }
  }

  @Test
  void adaptive_randomRows_goesBackAsFiniteDifferencesWithTheWeightsHeld() {
    var prediction = SEEDS.at("prediction").normal(5, 3);
    var target = SEEDS.at("target").normal(5, 3);
    var rowWeight = SEEDS.at("weight").uniform(5, 1);
    var held = SquaredError.ofRows(prediction, target);
    for (int i = 0; i < 5; i++) {
      held.data[i] = rowWeight.data[i] / Math.pow(held.data[i] + 0.01, 0.7);
    }
    for (var loss : List.of(SQUARED, new Huber(0.5))) {
      assertClose(
          new Adaptive(loss, 0.7, 0.01).loss(prediction, target, rowWeight).gradient(),
          Differences.gradient(p -> loss.loss(p, target, held).value(), prediction),
          1e-8);
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void loss_ofAPerfectPrediction_isZeroWithZeroGradient(RegressionLoss loss) {
    var perfect = loss.loss(Matrix.column(1, 2), Matrix.column(1, 2));
    assertThat(perfect.value()).isZero();
    assertThat(perfect.gradient().data).containsOnly(0);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void rowWeight_zero_takesTheRowOut(RegressionLoss loss) {
    var prediction = Matrix.column(1, 2);
    var one = loss.loss(prediction, new Matrix(2, 1), Matrix.column(1, 0));
    assertThat(one.value()).isEqualTo(loss.loss(Matrix.column(1), new Matrix(1, 1)).value() / 2);
    assertThat(one.gradient().at(1, 0)).isZero();
  }

  @Test
  void parameters_outOfRange_areRefusedWithTheValue() {
    assertThatThrownBy(() -> new Huber(0)).hasMessage("delta must be positive and finite, was 0.0");
    assertThatThrownBy(() -> new Adaptive(SQUARED, -1, 1))
        .hasMessage("power must be 0 or more and finite, was -1.0");
    assertThatThrownBy(() -> new Adaptive(SQUARED, 1, Double.NaN))
        .hasMessage("constant must be positive and finite, was NaN");
  }

  @Test
  void shapes_thatDoNotFit_areRefused() {
    assertThatThrownBy(() -> SQUARED.loss(new Matrix(2, 3), new Matrix(2, 2)))
        .hasMessage("[2, 3] does not fit [2, 2]");
    assertThatThrownBy(() -> SQUARED.loss(new Matrix(2, 3), new Matrix(2, 3), new Matrix(3, 1)))
        .hasMessage("[3, 1] is not one number for each of 2 rows");
  }
}
