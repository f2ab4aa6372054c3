package hydrangea.models.distribution;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.numbers;
import static hydrangea.models.testing.Golden.objects;
import static hydrangea.models.testing.Golden.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DiagonalGaussianTest {
  private static final Matrix ONE = Matrix.column(1);
  private static final Seeds SEEDS = new Seeds(5);

  static Stream<JsonObject> logProbs() {
    return objects(Golden.json("gaussian.json").get("log_prob")).stream();
  }

  static Stream<JsonObject> kls() {
    return objects(Golden.json("gaussian.json").get("kl")).stream();
  }

  private static DiagonalGaussian gaussian(JsonObject from, String suffix) {
    return new DiagonalGaussian(row(from.get("mean" + suffix)), row(from.get("log_std" + suffix)));
  }

  @ParameterizedTest
  @MethodSource("logProbs")
  void logDensity_goldenCases_agreeWithGradients(JsonObject golden) {
    var pass = gaussian(golden, "").logDensity(row(golden.get("x")));
    var back = pass.backward(ONE, Gradient.NONE);
    int n = back.columns / 3;
    assertClose(pass.value().at(0, 0), golden.get("log_prob").getAsDouble(), 1e-12);
    assertClose(back.columns(0, n), row(golden.get("grad_x")), 1e-12);
    assertClose(back.columns(n, 2 * n), row(golden.get("grad_mean")), 1e-12);
    assertClose(back.columns(2 * n, 3 * n), row(golden.get("grad_log_std")), 1e-12);
  }

  @Test
  void logDensity_farTail_keepsItsDigits() {
    var golden = Golden.json("gaussian.json").getAsJsonObject("far_tail");
    var log = gaussian(golden, "").logDensity(row(golden.get("x"))).value();
    assertClose(log.at(0, 0), golden.get("log_prob").getAsDouble(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("logProbs")
  void entropy_goldenCases_agree(JsonObject golden) {
    var entropy = gaussian(golden, "").entropy();
    assertClose(entropy.value().at(0, 0), golden.get("entropy").getAsDouble(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("kls")
  void kl_goldenCases_agreeBothWays(JsonObject golden) {
    var p = gaussian(golden, "_p");
    var q = gaussian(golden, "_q");
    var both =
        new double[] {
          DiagonalGaussian.kl(p, q).value().at(0, 0), DiagonalGaussian.kl(q, p).value().at(0, 0)
        };
    assertClose(
        both,
        new double[] {golden.get("kl_p_q").getAsDouble(), golden.get("kl_q_p").getAsDouble()},
        1e-12);
  }

  @Test
  void draw_anyHead_isMeanPlusStdEpsWithTheDensityOfItsValue() {
    var head = SEEDS.at("head").normal(4, 6);
    var eps = SEEDS.at("eps").normal(4, 3);
    var gaussian = DiagonalGaussian.of(head);
    var draw = gaussian.draw(eps);
    assertClose(draw.value().at(2, 1), head.at(2, 1) + Math.exp(head.at(2, 4)) * eps.at(2, 1), 0);
    assertClose(draw.log(), gaussian.logDensity(draw.value()).value(), 1e-12);
  }

  @Test
  void draw_twoRows_goBackByHand() {
    var draw = DiagonalGaussian.of(Matrix.of(new double[][] {{1, 0}, {2, Math.log(3)}}));
    var back =
        draw.draw(Matrix.column(0.5, -2))
            .backward(Matrix.column(10, 1), Matrix.column(7, 100), Gradient.NONE);
    assertClose(back, Matrix.of(new double[][] {{10, 10 * 0.5 - 7}, {1, 3 * -2 - 100}}), 1e-14);
  }

  @Test
  void draw_randomHead_goesBackAsFiniteDifferences() {
    var head = SEEDS.at("head").normal(4, 6);
    var eps = SEEDS.at("eps").normal(4, 3);
    var dValue = SEEDS.at("dValue").normal(4, 3);
    var dLog = SEEDS.at("dLog").normal(4, 1);
    var back = DiagonalGaussian.of(head).draw(eps).backward(dValue, dLog, Gradient.NONE);
    assertClose(
        back,
        Differences.gradient(h -> DiagonalGaussian.of(h).draw(eps), head, dValue, dLog),
        1e-8);
  }

  @Test
  void logDensity_randomRows_goBackAsFiniteDifferences() {
    var all = SEEDS.at("x, mean, logStd").normal(4, 9);
    var dLog = SEEDS.at("dLog").normal(4, 1);
    assertClose(
        DiagonalGaussian.of(all.columns(3, 9))
            .logDensity(all.columns(0, 3))
            .backward(dLog, Gradient.NONE),
        Differences.gradient(
            at -> DiagonalGaussian.of(at.columns(3, 9)).logDensity(at.columns(0, 3)), all, dLog),
        1e-7);
  }

  @Test
  void entropyAndKl_randomRows_goBackAsFiniteDifferences() {
    var heads = SEEDS.at("heads").normal(4, 8);
    var d = SEEDS.at("d").normal(4, 1);
    assertClose(
        DiagonalGaussian.of(heads).entropy().backward(d, Gradient.NONE),
        Differences.gradient(at -> DiagonalGaussian.of(at).entropy(), heads, d),
        1e-8);
    assertClose(
        kl(heads).backward(d, Gradient.NONE),
        Differences.gradient(DiagonalGaussianTest::kl, heads, d),
        1e-7);
  }

  private static Pass kl(Matrix heads) {
    return DiagonalGaussian.kl(
        DiagonalGaussian.of(heads.columns(0, 4)), DiagonalGaussian.of(heads.columns(4, 8)));
  }

  @Test
  void standard_atZero_hasTheDensityOfN01() {
    var log = DiagonalGaussian.standard(1, 2).logDensity(new Matrix(1, 2)).value();
    assertClose(log.at(0, 0), -Math.log(2 * Math.PI), 1e-15);
  }

  @Test
  void logStdRange_outside_clampsAndStopsTheGradient() {
    var head = Matrix.of(new double[] {-9, 9, 0, -6, 2, 3});
    var pass = new LogStdRange(-5, 2).clamp(head);
    assertThat(pass.value()).isEqualTo(Matrix.of(new double[] {-9, 9, 0, -5, 2, 2}));
    assertThat(pass.backward(Matrix.filled(1, 6, 3), Gradient.NONE))
        .isEqualTo(Matrix.of(new double[] {3, 3, 3, 0, 3, 0}));
  }

  @Test
  void logStdRange_emptyOrNotANumber_isRefusedWithTheValues() {
    assertThatThrownBy(() -> new LogStdRange(2, -5))
        .hasMessage("logStdMin must be below logStdMax, and both finite, was 2.0 against -5.0");
    assertThatThrownBy(() -> new LogStdRange(Double.NaN, 2)).hasMessageContaining("NaN");
  }

  @Test
  void shapes_thatDoNotFit_areRefused() {
    assertThatThrownBy(() -> new DiagonalGaussian(new Matrix(2, 3), new Matrix(2, 2)))
        .hasMessage("logStd [2, 2] does not fit mean [2, 3]");
  }

  @Test
  void goldenFiles_haveCases() {
    assertThat(numbers(logProbs().toList().get(1).get("x"))).hasSizeGreaterThan(1);
    assertThat(kls()).hasSize(2);
  }
}
