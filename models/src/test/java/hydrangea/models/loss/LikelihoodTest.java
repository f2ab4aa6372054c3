package hydrangea.models.loss;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.distribution.MixtureDensity;
import hydrangea.models.testing.Differences;
import org.junit.jupiter.api.Test;

final class LikelihoodTest {
  private static final Seeds SEEDS = new Seeds(55);

  @Test
  void negativeLogLikelihood_twoRows_byHand() {
    var loss = NegativeLogLikelihood.loss(Matrix.column(-3, 1), Matrix.column(2, 4));
    assertThat(loss.value()).isEqualTo((2 * 3 - 4 * 1) / 2.0);
    assertThat(loss.gradient()).isEqualTo(Matrix.column(-1, -2));
    assertThat(NegativeLogLikelihood.loss(Matrix.column(-3, 1)).value()).isEqualTo(1);
  }

  @Test
  void negativeLogLikelihood_randomRows_goesBackAsFiniteDifferences() {
    var logProb = SEEDS.at("logProb").normal(6, 1);
    var weight = SEEDS.at("weight").uniform(6, 1);
    assertClose(
        NegativeLogLikelihood.loss(logProb, weight).gradient(),
        Differences.gradient(p -> NegativeLogLikelihood.loss(p, weight).value(), logProb),
        1e-9);
  }

  @Test
  void reverseKl_twoRows_byHand() {
    var loss = ReverseKl.of(Matrix.column(1, 2), Matrix.column(-3, 0));
    assertThat(loss.value()).isEqualTo(3);
    assertThat(loss.dLogProb()).isEqualTo(Matrix.column(0.5, 0.5));
    assertThat(loss.dLogTarget()).isEqualTo(Matrix.column(-0.5, -0.5));
  }

  @Test
  void reverseKl_policyOnOneMode_isMinusLogItsWeight() {
    var target =
        MixtureDensity.isotropic(
            new double[] {1.4, 1.2, 1.0},
            Matrix.of(new double[][] {{0, 0.5}, {-0.5, -0.5}, {0.5, -0.5}}),
            0.02);
    var policy = head(4096, new double[] {0, 0.5, Math.log(0.02), Math.log(0.02)});
    var draw = policy.draw(SEEDS.normal(4096, 2));
    var loss = ReverseKl.of(draw.log(), target.logDensity(draw.value()).value());
    assertClose(loss.value(), -Math.log(1.4 / 3.6), 1e-12);
  }

  private static DiagonalGaussian head(int rows, double[] row) {
    return DiagonalGaussian.of(Matrix.repeated(row, rows));
  }

  @Test
  void reverseKl_throughDrawAndTarget_goesBackAsFiniteDifferences() {
    var target = MixtureDensity.isotropic(new double[] {2, 1}, SEEDS.at("means").normal(2, 3), 0.7);
    var eps = SEEDS.at("eps").normal(5, 3);
    var head = SEEDS.at("head").normal(5, 6);
    var draw = DiagonalGaussian.of(head).draw(eps);
    var density = target.logDensity(draw.value());
    var loss = ReverseKl.of(draw.log(), density.value());
    var dValue = density.backward(loss.dLogTarget(), Gradient.NONE);
    assertClose(
        draw.backward(dValue, loss.dLogProb(), Gradient.NONE),
        Differences.gradient(
            h -> {
              var run = DiagonalGaussian.of(h).draw(eps);
              return ReverseKl.of(run.log(), target.logDensity(run.value()).value()).value();
            },
            head),
        1e-7);
  }

  @Test
  void columns_ofDifferentLength_areRefused() {
    assertThatThrownBy(() -> ReverseKl.of(Matrix.column(1, 2), Matrix.column(1)))
        .hasMessage("[1, 1] is not one number for each of 2 rows");
    assertThatThrownBy(() -> NegativeLogLikelihood.loss(new Matrix(2, 2)))
        .hasMessage("[2, 2] is not one number for each of 2 rows");
  }
}
