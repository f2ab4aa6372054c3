package hydrangea.models.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Golden;
import org.junit.jupiter.api.Test;

final class SlicedWassersteinTest {
  private static final Seeds SEEDS = new Seeds(5);

  @Test
  void w1_overEightDirections_isTheReferences() {
    var directions = new Matrix(8, 2);
    for (int k = 0; k < 8; k++) {
      directions.data[2 * k] = Math.cos(Math.PI * k / 8);
      directions.data[2 * k + 1] = Math.sin(Math.PI * k / 8);
    }
    int compared = 0;
    for (var row : Golden.objects(Golden.json("optimal_transport.json").get("cases"))) {
      if (row.has("sliced_w1_over_8_directions_k_pi_8")) {
        var x = Golden.matrix(row.get("x"));
        var y = Golden.matrix(row.get("y"));
        double expected = row.get("sliced_w1_over_8_directions_k_pi_8").getAsDouble();
        assertThat(SlicedWasserstein.w1(x, y, directions))
            .isCloseTo(expected, within(1e-10 * expected));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(4);
  }

  @Test
  void w1_onALine_isExact() {
    var a = SEEDS.at("a").normal(50, 1);
    var b = SEEDS.at("b").uniform(50, 1);
    assertThat(SlicedWasserstein.w1(a, b, Matrix.column(1)))
        .isCloseTo(Assignment.w1(a, b), within(1e-14));
  }

  @Test
  void w1_ofAShift_isItsMeanProjection() {
    var a = SEEDS.at("shifted").normal(40, 2);
    var b = new Matrix(40, 2);
    for (int i = 0; i < 40; i++) {
      b.data[2 * i] = a.data[2 * i] + 1;
      b.data[2 * i + 1] = a.data[2 * i + 1] + 2;
    }
    var axes = Matrix.of(new double[] {1, 0}, new double[] {0, 1});
    assertThat(SlicedWasserstein.w1(a, b, axes)).isCloseTo(1.5, within(1e-14));
  }

  @Test
  void directions_areUnitVectorsOnAllSides() {
    var directions = SlicedWasserstein.directions(20_000, 3, SEEDS.at("directions"));
    var mean = new double[3];
    for (int k = 0; k < directions.rows; k++) {
      double[] direction = directions.row(k);
      double square = 0;
      for (int c = 0; c < 3; c++) {
        square += direction[c] * direction[c];
        mean[c] += direction[c] / directions.rows;
      }
      assertThat(square).isCloseTo(1, within(1e-14));
    }
    // Each coordinate is uniform on [-1, 1], whose mean over 20,000 has deviation .0041.
    assertThat(mean).satisfies(m -> Golden.assertClose(m, new double[3], .02));
  }

  @Test
  void w1_withDirectionsOfOtherDimension_isRefused() {
    assertThatThrownBy(
            () -> SlicedWasserstein.w1(new Matrix(4, 2), new Matrix(4, 2), new Matrix(5, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("directions [5, 3] for points of 2 coordinates");
  }
}
