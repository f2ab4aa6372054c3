package hydrangea.models.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import hydrangea.models.actor.Actor;
import hydrangea.models.target.GaussianMixture;
import hydrangea.models.target.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against samples laid out by hand, and a perfect sampler's closed form. */
final class ModesTest {
  private static final GaussianMixture TARGET =
      new GaussianMixture.Spec(
              List.of(List.of(0.0, 0.0), List.of(1.0, 0.0), List.of(0.0, 9.0)),
              List.of(0.1),
              List.of())
          .build();

  @Test
  void numbers_fourSamplesByHand_areCounted() {
    // Two on mode 0 at .1 and .2, one nearest to mode 0 but beyond .3, one on mode 1 at .3 - a
    // hair.
    Matrix samples =
        Matrix.of(
            new double[] {0.1, 0},
            new double[] {0, -0.2},
            new double[] {0.4, 0},
            new double[] {1, 0.2999});
    var numbers = new Modes(4, 0).numbers(fitted(TARGET, samples));
    assertThat(numbers)
        .containsEntry("mode_share_0", 0.75)
        .containsEntry("mode_share_1", 0.25)
        .containsEntry("mode_share_2", 0.0)
        .containsEntry("within_3_sigma", 0.75)
        .doesNotContainKey("mode_std_2");
    double std0 = Math.sqrt((0.01 + 0.04) / 2 / 2);
    double std1 = Math.sqrt(0.2999 * 0.2999 / 2);
    assertThat(numbers.get("mode_std_0")).isCloseTo(std0, within(1e-12));
    assertThat(numbers.get("mode_std_1")).isCloseTo(std1, within(1e-12));
    assertThat(numbers.get("mode_std")).isCloseTo((std0 + std1) / 2, within(1e-12));
  }

  /** In two dimensions the squared radius is exponential: 1 - exp(-4.5) lie within 3 sigma. */
  @Test
  void numbers_perfectSampler_areTheClosedForm() {
    int n = 200_000;
    var numbers = new Modes(n, 0).numbers(fitted(TARGET, TARGET.sample(n, new Seeds(2))));
    double cut = 4.5 * Math.exp(-4.5) / (1 - Math.exp(-4.5));
    assertThat(numbers.get("within_3_sigma")).isCloseTo(1 - Math.exp(-4.5), within(1e-3));
    assertThat(numbers.get("mode_std")).isCloseTo(0.1 * Math.sqrt(1 - cut), within(5e-4));
    assertThat(numbers.get("mode_share_2")).isCloseTo(1.0 / 3, within(4e-3));
  }

  private static Fitted fitted(Target target, Matrix samples) {
    return new Fitted(new Recorded(samples), target, new Matrix(1, 0), new Seeds(0));
  }

  /** Gives samples that were made elsewhere. */
  private record Recorded(Matrix samples) implements Actor {
    @Override
    public Weights weights() {
      return new Weights(0);
    }

    @Override
    public Matrix sample(Matrix obs, Seeds seeds) {
      return samples;
    }

    @Override
    public Matrix mode(Matrix obs) {
      return samples;
    }

    @Override
    public void exchange(Store store) {}
  }
}
