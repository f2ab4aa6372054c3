package hydrangea.envs.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SineTiltTest {
  private static final int COUNT = 200_000;
  private final SplittableRandom random = new SplittableRandom(20_240);

  @ParameterizedTest
  @ValueSource(doubles = {.2, .588, 1, 3.5})
  void gamma_manyDraws_haveMeanAndVarianceOfTheirShape(double shape) {
    double[] draws = draws(() -> Gamma.sample(shape, random));

    double mean = DoubleStream.of(draws).average().orElseThrow();
    double variance = DoubleStream.of(draws).map(g -> (g - mean) * (g - mean)).sum() / COUNT;
    assertThat(mean).isCloseTo(shape, within(4 * Math.sqrt(shape / COUNT)));
    assertThat(variance)
        .isCloseTo(shape, within(4 * Math.sqrt((2 * shape * shape + 6 * shape) / COUNT)));
  }

  /** Quantiles of the reference file exponential_family_densities.json, P = 4, alpha = 1.7. */
  @ParameterizedTest
  @CsvSource({
    "0, .05, -1.759207220906742",
    "0, .25, -0.6796656453975572",
    ".5, .5, 0.12407005429558132",
    "1, .001, -3.33559304801756",
    "1, .1, -1.2900475394673614",
    "1, .25, -0.8971403705033079",
    "1, .5, 0.2046640188696728",
    "1, .75, 0.5487817623079456",
    "1, .9, 1.467399753356148",
    "-1, .5, -0.2046640188696728",
  })
  void sineTilt_manyDraws_haveTheReferenceQuantiles(double v, double p, double quantile) {
    var density = new SineTilt(4, 1.7);
    double[] draws = draws(() -> density.sample(v, random));

    double share = DoubleStream.of(draws).filter(x -> x <= quantile).count() / (double) COUNT;
    assertThat(share).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / COUNT)));
  }

  private static double[] draws(DoubleSupplier draw) {
    return DoubleStream.generate(draw).limit(COUNT).toArray();
  }
}
