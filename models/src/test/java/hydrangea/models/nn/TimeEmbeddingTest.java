package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeEmbeddingTest {
  private static final Seeds SEEDS = new Seeds(8);

  static Stream<TimeEmbedding> embeddings() {
    return Stream.of(
        new TimeEmbedding.Raw(),
        new TimeEmbedding.Sinusoids(List.of(Math.PI / 2, Math.PI, 2 * Math.PI)),
        new TimeEmbedding.Position(16, 1e4, 1000),
        new TimeEmbedding.GaussianFourier(8, 16));
  }

  @Test
  void embeddings_ofThisTest_coverTheCatalogue() {
    var covered = embeddings().map(Object::getClass).map(Class::getName);
    var permitted = Arrays.stream(TimeEmbedding.class.getPermittedSubclasses()).map(Class::getName);
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            permitted.filter(name -> !name.equals(TimeEmbedding.Open.class.getName())).toList());
  }

  @ParameterizedTest
  @MethodSource("embeddings")
  void derivative_ofEachFeature_isTheDifferenceQuotient(TimeEmbedding embedding) {
    var features = embedding.build(SEEDS);
    double step = 1e-7;
    for (double t : new double[] {0, 0.3, 1}) {
      var slope = features.derivative(Matrix.column(t));
      var forth = features.of(Matrix.column(t + step));
      var back = features.of(Matrix.column(t - step));
      assertThat(slope.columns).isEqualTo(features.size());
      for (int i = 0; i < features.size(); i++) {
        double quotient = (forth.data[i] - back.data[i]) / (2 * step);
        assertThat(slope.data[i]).isCloseTo(quotient, within(1e-4));
      }
    }
  }

  @Test
  void sinusoids_ofTheToy_areTimeAndSinesAndCosines() {
    var features =
        new TimeEmbedding.Sinusoids(List.of(Math.PI / 2, Math.PI, 2 * Math.PI)).build(SEEDS);
    double half = Math.sqrt(0.5);
    assertThat(features.of(Matrix.column(0.5, 1)).data)
        .containsExactly(
            new double[] {0.5, half, half, 1, 0, 0, -1, 1, 1, 0, 0, -1, 0, 1}, within(1e-15));
  }

  /** size 4, period 100: frequencies 1 and 1/10. */
  @Test
  void position_ofFour_hasTwoFrequencies() {
    var features = new TimeEmbedding.Position(4, 100, 10).build(SEEDS);
    assertThat(features.of(Matrix.column(0.2)).data)
        .containsExactly(
            new double[] {Math.sin(2), Math.cos(2), Math.sin(0.2), Math.cos(0.2)}, within(1e-15));
  }

  @Test
  void gaussianFourier_ofTheSameSeeds_isTheSame() {
    var embedding = new TimeEmbedding.GaussianFourier(8, 1);
    var t = Matrix.column(0.1, 0.9);
    assertThat(embedding.build(SEEDS).of(t)).isEqualTo(embedding.build(SEEDS).of(t));
    assertThat(embedding.build(SEEDS).of(t)).isNotEqualTo(embedding.build(new Seeds(9)).of(t));
  }

  /** The derivative of sin(w t) at 0 is w, here of standard deviation 2 pi scale. */
  @Test
  void gaussianFourier_ofManyFrequencies_hasTheGivenScale() {
    var features = new TimeEmbedding.GaussianFourier(20_000, 30).build(SEEDS);
    double square =
        Arrays.stream(features.derivative(Matrix.column(0)).data).map(w -> w * w).sum() / 10_000;
    assertThat(Math.sqrt(square)).isCloseTo(60 * Math.PI, within(0.03 * 60 * Math.PI));
  }

  @Test
  void embedding_withNonsense_isRefused() {
    assertThatThrownBy(() -> new TimeEmbedding.Position(5, 1e4, 1))
        .hasMessageContaining("size 5 is not a positive even number");
    assertThatThrownBy(() -> new TimeEmbedding.GaussianFourier(4, -1))
        .hasMessage("scale must be positive and finite: -1.0");
    assertThatThrownBy(() -> new TimeEmbedding.Sinusoids(List.of(Double.NaN)))
        .hasMessage("frequencies must be finite: [NaN]");
  }
}
