package hydrangea.models.transport;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WassersteinTest {
  private static final Seeds SEEDS = new Seeds(144);

  static Stream<JsonObject> cases() {
    return objects(Golden.json("optimal_transport.json").get("cases")).stream();
  }

  /** {@code (cos, sin)(k pi / 8)}, as the golden file has it. */
  private static Matrix eightDirections() {
    var directions = new Matrix(8, 2);
    for (int k = 0; k < 8; k++) {
      directions.data[2 * k] = Math.cos(k * Math.PI / 8);
      directions.data[2 * k + 1] = Math.sin(k * Math.PI / 8);
    }
    return directions;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void distance_goldenPoints_agrees(JsonObject golden) {
    assertClose(
        Wasserstein.distance(matrix(golden.get("x")), matrix(golden.get("y"))),
        golden.get("w1_euclidean").getAsDouble(),
        1e-10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sliced_goldenPoints_agrees(JsonObject golden) {
    if (golden.get("dim").getAsInt() == 2) {
      var x = matrix(golden.get("x"));
      var y = matrix(golden.get("y"));
      double expected = golden.get("sliced_w1_over_8_directions_k_pi_8").getAsDouble();
      assertClose(Wasserstein.sliced(x, y, eightDirections()), expected, 1e-10);
    }
  }

  @Test
  void distance_onALine_isThatOfTheSortedPoints() {
    var x = SEEDS.at("x").normal(300, 1);
    var y = SEEDS.at("y").normal(300, 1);
    assertClose(Wasserstein.distance(x, y), Wasserstein.sliced(x, y, Matrix.column(1)), 1e-12);
  }

  @Test
  void distance_shiftedPoints_isTheLengthOfTheShift() {
    var x = SEEDS.normal(200, 2);
    var y = new Matrix(200, 2);
    for (int i = 0; i < 200; i++) {
      y.data[2 * i] = x.data[2 * (199 - i)] + 3;
      y.data[2 * i + 1] = x.data[2 * (199 - i) + 1] - 4;
    }
    assertClose(Wasserstein.distance(x, y), 5, 1e-12);
  }

  @Test
  void sliced_anyPoints_isAtMostTheDistance() {
    var x = SEEDS.at("x").normal(100, 3);
    var y = SEEDS.at("y").uniform(100, 3);
    var directions = Wasserstein.directions(64, 3, SEEDS);
    assertThat(Wasserstein.sliced(x, y, directions)).isLessThan(Wasserstein.distance(x, y));
  }

  @Test
  void directions_manyOfThem_areUnitAndUniform() {
    var directions = Wasserstein.directions(20_000, 2, SEEDS);
    double crossed = 0;
    for (int d = 0; d < 20_000; d++) {
      var row = directions.row(d);
      assertClose(row[0] * row[0] + row[1] * row[1], 1, 1e-14);
      crossed += row[0] * row[0] * row[1] * row[1] / 20_000;
    }
    assertClose(crossed, 1 / 8.0, 0.005); // the mean of cos^2 sin^2 over the circle
  }

  @Test
  void pointSets_ofDifferentSize_areRefused() {
    assertThatThrownBy(() -> Wasserstein.distance(new Matrix(2, 2), new Matrix(3, 2)))
        .hasMessage(
            "point sets must have one size and width and not be empty, were [2, 2] and [3, 2]");
    assertThatThrownBy(
            () -> Wasserstein.sliced(new Matrix(0, 2), new Matrix(0, 2), eightDirections()))
        .hasMessageContaining("not be empty");
  }
}
