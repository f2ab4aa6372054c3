package hydrangea.models.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SamplerTest {
  private static final int COUNT = 100_000;

  static Stream<Families.Case> all() {
    return Families.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void exact_manyDraws_followTheDistributionFunction(Families.Case row) {
    assertFollows(row, new Sampling.Exact(), COUNT);
  }

  /** v between two rows of the table: the density of the mean of both. */
  @Test
  void exact_betweenTwoRows_followsTheDistributionFunction() {
    assertFollows(new Families.Case(Families.CUSTOM_SIN, 1.2345), new Sampling.Exact(), 1_000_000);
  }

  @Test
  void exact_beyondTheTable_followsTheDistributionFunction() {
    assertFollows(new Families.Case(Families.CUSTOM_SIN, 70), new Sampling.Exact(), 1000);
  }

  @Test
  void hamiltonian_manyProposals_followsTheDistributionFunction() {
    var sampling = new Sampling.Hamiltonian(150, 10, .2);

    assertFollows(new Families.Case(new Normal(1), .7), sampling, 4000);
    assertFollows(new Families.Case(Families.CUSTOM_SIN, 1), sampling, 4000);
    assertFollows(new Families.Case(new Beta(), 1, 4), new Sampling.Hamiltonian(100, 5, .05), 4000);
  }

  /** Of what one draw costs, the reason why more proposals are needed than the original's ten. */
  @Test
  void hamiltonian_tenProposals_hasNotForgottenItsStart() {
    double[] draws =
        draws(Families.CUSTOM_SIN, new double[] {2}, new Sampling.Hamiltonian(10, 10, .1), 20_000);

    assertThat(distance(draws, Families.CUSTOM_SIN.at(2))).isGreaterThan(.02);
  }

  @Test
  void mean_anyDraw_isTheMean() {
    double[] draws =
        draws(
            new MogLike(2, new Interval(-10, 10)), new double[] {1.5, 1.5}, new Sampling.Mean(), 3);

    double mean = new MogLike(2, new Interval(-10, 10)).at(1.5, 1.5).mean();
    assertThat(draws).containsExactly(mean, mean, mean);
  }

  /** The nearest node would be off by up to half a cell, 2.5e-3. */
  @Test
  void table_anyProbability_isInterpolatedBetweenNodes() {
    Sampler table = Families.CUSTOM_SIN.sampler();
    ScalarDensity density = Families.CUSTOM_SIN.at(1);
    for (double u = .0005; u < 1; u += .00371) {
      long bits = (long) (u * 0x1p53) << 11;
      RandomGenerator fixed = () -> bits;
      var x = new double[1];
      table.sample(new double[] {1}, 1, x, 0, 1, fixed);
      assertThat(density.cdf(x[0])).isCloseTo(u, within(3e-5));
    }
  }

  @Test
  void sample_strided_fillsEveryOther() {
    var x = new double[6];
    new Normal(1e-12)
        .sampler()
        .sample(new double[] {1, 2, 3}, 3, x, 1, 2, new Seeds(1).generator());

    assertThat(x).containsExactly(new double[] {0, 1, 0, 2, 0, 3}, within(1e-4));
  }

  private static void assertFollows(Families.Case row, Sampling sampling, int count) {
    double[] draws = draws(row.family(), row.v(), sampling, count);
    // Kolmogorov-Smirnov at one in 1000
    assertThat(distance(draws, row.family().at(row.v()))).isLessThan(1.95 / Math.sqrt(count));
  }

  private static double[] draws(Family family, double[] v, Sampling sampling, int count) {
    var many = new double[count * v.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = v[i % v.length];
    }
    var x = new double[count];
    sampling.of(family).sample(many, count, x, 0, 1, new Seeds(20_240).generator());
    return x;
  }

  private static double distance(double[] draws, ScalarDensity density) {
    Arrays.sort(draws);
    int stride = Math.max(1, draws.length / 2000); // the distribution functions are costly
    double distance = 0;
    for (int i = 0; i < draws.length; i += stride) {
      distance = Math.max(distance, Math.abs((i + .5) / draws.length - density.cdf(draws[i])));
    }
    return distance;
  }
}
