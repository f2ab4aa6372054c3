package hydrangea.models.distribution;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.objects;
import static hydrangea.models.testing.Golden.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Golden;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TanhTest {
  private static final Tanh TANH = new Tanh();
  private static final Matrix OBS = new Matrix(1, 0);
  private static final Matrix ONE = Matrix.column(1);
  private static final Seeds SEEDS = new Seeds(8);

  static Stream<JsonObject> scalars() {
    return objects(Golden.json("squashed_gaussian.json").get("scalar")).stream();
  }

  static Stream<JsonObject> reparameterised() {
    return objects(Golden.json("squashed_gaussian.json").get("reparameterised")).stream();
  }

  private static Matrix number(JsonObject golden, String name) {
    return Matrix.column(golden.get(name).getAsDouble());
  }

  private static void assertValue(Matrix actual, JsonObject golden, String name, double tolerance) {
    assertClose(actual, number(golden, name), tolerance);
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void forward_goldenScalars_agreeToTheLastDigits(JsonObject golden) {
    var pass = TANH.forward(OBS, number(golden, "u"));
    assertValue(pass.value(), golden, "action", 1e-15);
    assertClose(-pass.log().at(0, 0), golden.get("log_abs_det").getAsDouble(), 1e-15);
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void squashedDensity_goldenScalars_agreesWithGradients(JsonObject golden) {
    var u = number(golden, "u");
    var gaussian = new DiagonalGaussian(number(golden, "mean"), number(golden, "log_std"));
    var normal = gaussian.logDensity(u);
    var squashed = TANH.forward(OBS, u);
    var normalBack = normal.backward(ONE, Gradient.NONE);
    var squashedBack = squashed.backward(new Matrix(1, 1), ONE, Gradient.NONE);
    assertClose(
        normal.value().at(0, 0) + squashed.log().at(0, 0),
        golden.get("log_prob").getAsDouble(),
        1e-12);
    assertClose(
        normalBack.at(0, 0) + squashedBack.at(0, 0), golden.get("grad_u").getAsDouble(), 1e-12);
    assertValue(normalBack.columns(1, 2), golden, "grad_mean", 1e-12);
    assertValue(normalBack.columns(2, 3), golden, "grad_log_std", 1e-12);
  }

  @ParameterizedTest
  @MethodSource("reparameterised")
  void drawThroughTanh_goldenCases_agreesWithGradients(JsonObject golden) {
    var gaussian = new DiagonalGaussian(row(golden.get("mean")), row(golden.get("log_std")));
    var pass = gaussian.draw(row(golden.get("eps"))).through(u -> TANH.forward(OBS, u));
    int n = pass.value().columns;
    var back = pass.backward(new Matrix(1, n), ONE, Gradient.NONE);
    assertClose(pass.value(), row(golden.get("action")), 1e-12);
    assertValue(pass.log(), golden, "log_prob", 1e-12);
    assertClose(back.columns(0, n), row(golden.get("grad_mean")), 1e-12);
    assertClose(back.columns(n, 2 * n), row(golden.get("grad_log_std")), 1e-12);
  }

  @Test
  void log_bothDirections_isTheSameTermWithTheSameSign() {
    var u = SEEDS.at("u").normal(50, 3);
    var forward = TANH.forward(OBS, u);
    var inverse = TANH.inverse(OBS, forward.value());
    assertClose(inverse.value(), u, 1e-12);
    assertClose(inverse.log(), forward.log(), 1e-12);
    assertClose(TANH.forward(OBS, ONE).log().at(0, 0), 0.8675616609660542, 1e-15);
  }

  @Test
  void inverse_deepInTheTail_losesOnlyWhatRoundingTook() {
    var u = Matrix.column(-15, 15);
    var inverse = TANH.inverse(OBS, TANH.forward(OBS, u).value());
    assertThat(inverse.value().at(1, 0)).isBetween(14.999, 15.001);
    assertThat(inverse.value().at(0, 0)).isBetween(-15.001, -14.999);
  }

  @Test
  void inverse_onAndBeyondTheBorder_isTheLastInsideWithoutGradient() {
    var pass = TANH.inverse(OBS, Matrix.column(1, -1, 3));
    assertClose(
        pass.value(), Matrix.column(18.7149738751185, -18.7149738751185, 18.71497387511), 1e-11);
    assertClose(pass.log(), Matrix.filled(3, 1, 36.04365338911715), 1e-12);
    assertThat(pass.backward(pass.value(), pass.log(), Gradient.NONE)).isEqualTo(new Matrix(3, 1));
  }

  @Test
  void strictInverse_onAndBeyondTheBorder_isNowhereAndElsewhereTheSame() {
    var strict = new StrictTanh();
    var a = Matrix.of(new double[][] {{0.3, -0.9}, {0.3, 1}, {-1.5, 0.2}, {0, Double.NaN}});
    var log = strict.inverse(OBS, a).log();
    var inside = TANH.inverse(OBS, a.rows(0, 1));
    assertThat(log.at(0, 0)).isEqualTo(inside.log().at(0, 0));
    assertThat(log.rows(1, 4)).isEqualTo(Matrix.filled(3, 1, Double.NEGATIVE_INFINITY));
    assertThat(strict.inverse(OBS, a.rows(0, 1)).value()).isEqualTo(inside.value());
    assertThat(strict.forward(OBS, a).value()).isEqualTo(TANH.forward(OBS, a).value());
    assertGoesBack(x -> strict.inverse(OBS, x), a.rows(0, 1));
  }

  @Test
  void forward_hugeValues_staysFinite() {
    var pass = TANH.forward(OBS, Matrix.column(-1e6, 800, 0));
    assertThat(pass.value()).isEqualTo(Matrix.column(-1, 1, 0));
    assertClose(pass.log(), Matrix.column(2e6 - Math.log(4), 1600 - Math.log(4), 0), 1e-15);
    assertClose(
        pass.backward(Matrix.column(1, 1, 1), Matrix.column(1, 1, 1), Gradient.NONE),
        Matrix.column(-2, 2, 1),
        1e-15);
  }

  @Test
  void bothDirections_randomRows_goBackAsFiniteDifferences() {
    var u = SEEDS.at("u").normal(5, 2);
    assertGoesBack(x -> TANH.forward(OBS, x), u);
    assertGoesBack(x -> TANH.inverse(OBS, x), TANH.forward(OBS, u).value());
  }

  private static void assertGoesBack(Function<Matrix, LogPass> direction, Matrix x) {
    var dValue = SEEDS.at("dValue").normal(x.rows, x.columns);
    var dLog = SEEDS.at("dLog").normal(x.rows, 1);
    assertClose(
        direction.apply(x).backward(dValue, dLog, Gradient.NONE),
        Differences.gradient(direction, x, dValue, dLog),
        1e-6);
  }

  @Test
  void squashedDensity_onAGrid_integratesToOne() {
    int cells = 20_000;
    var a = new Matrix(cells, 1);
    for (int i = 0; i < cells; i++) {
      a.data[i] = -1 + (2 * i + 1.0) / cells;
    }
    var inverse = TANH.inverse(OBS, a);
    var head = new DiagonalGaussian(Matrix.filled(cells, 1, 0.4), Matrix.filled(cells, 1, -0.6));
    var log = head.logDensity(inverse.value()).value();
    double mass = 0;
    for (int i = 0; i < cells; i++) {
      mass += Math.exp(log.data[i] + inverse.log().data[i]) * 2 / cells;
    }
    assertClose(mass, 1, 1e-6);
  }
}
