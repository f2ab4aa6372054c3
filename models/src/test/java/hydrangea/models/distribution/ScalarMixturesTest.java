package hydrangea.models.distribution;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import org.junit.jupiter.api.Test;

final class ScalarMixturesTest {
  private static final Seeds SEEDS = new Seeds(41);

  @Test
  void mean_twoComponents_byHand() {
    var mixtures =
        new ScalarMixtures(
            Matrix.of(new double[][] {{1, 5, 0, 0, Math.log(3), 0}, {2, -2, 0, 0, 900, 900}}));
    assertClose(mixtures.mean(), Matrix.column((3 * 1 + 5) / 4.0, 0), 1e-15);
    assertClose(
        mixtures.logWeights(),
        Matrix.of(
            new double[][] {{Math.log(0.75), Math.log(0.25)}, {Math.log(0.5), Math.log(0.5)}}),
        1e-15);
  }

  /** Means over many draws, within five of their standard errors. */
  @Test
  void sample_manyDraws_hasTheMixturesMomentsAndWeights() {
    int count = 100_000;
    Matrix head =
        Matrix.of(
            new double[][] {
              {-3, 2, 2 * Math.log(0.5), 2 * Math.log(0.1), Math.log(0.2), Math.log(0.8)},
              {0, 100, 2 * Math.log(3), 0, 40, 0}
            });
    Matrix drawn = new ScalarMixtures(head).sample(count, SEEDS);
    double mean = 0.2 * -3 + 0.8 * 2;
    double variance = 0.2 * (9 + 0.25) + 0.8 * (4 + 0.01) - mean * mean;
    Matrix first = drawn.rows(0, 1);
    assertThat(first.mean()).isCloseTo(mean, within(5 * Math.sqrt(variance / count)));
    double below = 0;
    double squares = 0;
    for (double y : first.data) {
      below += y < 0 ? 1 : 0;
      squares += (y - mean) * (y - mean);
    }
    assertThat(below / count).isCloseTo(0.2, within(5 * Math.sqrt(0.16 / count)));
    assertThat(squares / count).isCloseTo(variance, within(0.05));
    assertThat(drawn.rows(1, 2).mean()).isCloseTo(0, within(5 * 3 / Math.sqrt(count)));
  }

  @Test
  void sample_sameSeeds_givesTheSameDraws() {
    var mixtures = new ScalarMixtures(SEEDS.normal(3, 6));
    assertThat(mixtures.sample(4, SEEDS)).isEqualTo(mixtures.sample(4, SEEDS));
    assertThat(mixtures.sample(4, SEEDS)).isNotEqualTo(mixtures.sample(4, SEEDS.at(1)));
  }

  /** The components' own means and variances, by hand; the weights stay. */
  @Test
  void moved_rows_shiftAndScaleEveryComponent() {
    Matrix head = Matrix.of(new double[] {1, 2, Math.log(4), Math.log(9), 0.3, -0.3});
    var moved = new ScalarMixtures(head).moved(Matrix.column(10), Matrix.column(0.5), 1.5).head();
    assertClose(
        moved,
        Matrix.of(new double[] {10.5, 11, Math.log(1.5), Math.log(9 / 4.0), 0.3, -0.3}),
        1e-15);
    assertThat(head.at(0, 0)).isEqualTo(1);
  }
}
