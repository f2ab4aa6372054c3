package hydrangea.models.distribution;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.column;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.numbers;
import static hydrangea.models.testing.Golden.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Golden;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MixtureDensityTest {
  private static final JsonObject THREE_MODES =
      Golden.json("gaussian_mixture.json").getAsJsonObject("three_mode_target");
  private static final Seeds SEEDS = new Seeds(13);

  private static MixtureDensity threeModes() {
    return MixtureDensity.isotropic(
        new double[] {1.4, 1.2, 1.0},
        matrix(THREE_MODES.get("means")),
        THREE_MODES.get("std").getAsDouble());
  }

  static Stream<JsonObject> general() {
    return objects(Golden.json("gaussian_mixture.json").get("general")).stream();
  }

  private static MixtureDensity mixture(JsonObject golden) {
    return new MixtureDensity(
        exp(numbers(golden.get("logits"))),
        matrix(golden.get("means")),
        exp(matrix(golden.get("log_stds"))));
  }

  private static double[] exp(double[] values) {
    return Arrays.stream(values).map(Math::exp).toArray();
  }

  private static Matrix exp(Matrix matrix) {
    return new Matrix(matrix.rows, matrix.columns, exp(matrix.data));
  }

  @Test
  void logDensity_threeModes_agreesWhereEverythingUnderflows() {
    var x = matrix(THREE_MODES.get("x"));
    var pass = threeModes().logDensity(x);
    assertClose(pass.value(), column(THREE_MODES.get("log_prob")), 1e-12);
    assertClose(
        pass.backward(Matrix.filled(x.rows, 1, 1), Gradient.NONE),
        matrix(THREE_MODES.get("score")),
        1e-12);
  }

  @Test
  void logDensity_peaks_areThePublishedOnes() {
    var peaks = threeModes().logDensity(threeModes().means()).value();
    assertClose(exp(peaks), column(THREE_MODES.get("peak_density")), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("general")
  void logDensity_generalMixtures_agreesWithScore(JsonObject golden) {
    var x = matrix(golden.get("x"));
    var pass = mixture(golden).logDensity(x);
    var score = pass.backward(Matrix.filled(x.rows, 1, 1), Gradient.NONE);
    var expected = matrix(golden.getAsJsonObject("grad_of_sum_without_last").get("x"));
    assertClose(pass.value(), column(golden.get("log_prob")), 1e-12);
    assertClose(score.rows(0, x.rows - 1), expected.rows(0, x.rows - 1), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("general")
  void moments_generalMixtures_agree(JsonObject golden) {
    assertClose(mixture(golden).mean(), numbers(golden.get("mean")), 1e-12);
    assertClose(mixture(golden).variance(), numbers(golden.get("variance")), 1e-12);
  }

  @Test
  void score_randomRows_isTheFiniteDifference() {
    var mixture =
        new MixtureDensity(
            new double[] {1, 2, 3, 4}, SEEDS.at("means").normal(4, 3), exp(SEEDS.normal(4, 3)));
    var x = SEEDS.at("x").normal(6, 3);
    var d = SEEDS.at("d").normal(6, 1);
    assertClose(
        mixture.logDensity(x).backward(d, Gradient.NONE),
        Differences.gradient(mixture::logDensity, x, d),
        1e-7);
  }

  @Test
  void entropy_threeModes_isTheClosedFormWithinFourStandardErrors() {
    double expected = THREE_MODES.get("entropy").getAsDouble();
    int samples = 40_000;
    double standardError = Math.sqrt(1.03 / samples); // Var log p = A/2 + Var log w
    assertClose(
        threeModes().entropy(samples, SEEDS), expected, 4 * standardError / Math.abs(expected));
  }

  @Test
  void sample_anisotropicMixture_hasTheSharesMeansAndStds() {
    var mixture =
        new MixtureDensity(
            new double[] {3, 1},
            Matrix.of(new double[][] {{-5, 0}, {5, 0}}),
            Matrix.of(new double[][] {{0.5, 2}, {1, 0.1}}));
    var x = mixture.sample(40_000, SEEDS);
    int right = 0;
    double squares = 0;
    for (int i = 0; i < x.rows; i++) {
      right += x.at(i, 0) > 0 ? 1 : 0;
      squares += x.at(i, 0) < 0 ? x.at(i, 1) * x.at(i, 1) : 0;
    }
    assertClose(right / 40_000.0, 0.25, 0.01);
    assertClose(Math.sqrt(squares / (x.rows - right)), 2, 0.01);
    assertThat(mixture.sample(40_000, SEEDS)).isEqualTo(x);
  }

  @Test
  void convolved_unitNoise_addsVariances() {
    var mixture = MixtureDensity.isotropic(new double[] {1, 1}, Matrix.column(-1, 2), 0.75);
    assertThat(mixture.convolved(1).stds()).isEqualTo(Matrix.column(1.25, 1.25));
    assertThat(mixture.convolved(0).stds()).isEqualTo(mixture.stds());
  }

  @Test
  void weights_ofAnySum_areNormalised() {
    assertClose(threeModes().weights(), numbers(THREE_MODES.get("weights")), 1e-15);
  }

  @Test
  void parameters_thatMakeNoMixture_areRefusedWithTheValue() {
    var means = Matrix.column(0, 1);
    assertThatThrownBy(() -> MixtureDensity.isotropic(new double[] {1}, means, 1))
        .hasMessage("1 weights, 2 means and 2 stds do not make one mixture");
    assertThatThrownBy(() -> MixtureDensity.isotropic(new double[] {1, -2}, means, 1))
        .hasMessage("each weight must be positive and finite, was -2.0");
    assertThatThrownBy(() -> MixtureDensity.isotropic(new double[] {1, 1}, means, 0))
        .hasMessage("each std must be positive and finite, was 0.0");
    assertThatThrownBy(
            () -> new MixtureDensity(new double[] {1}, new Matrix(1, 3), new Matrix(1, 2)))
        .hasMessage("2 stds do not fit 3 coordinates");
  }
}
