package hydrangea.models.transport;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.numbers;
import static hydrangea.models.testing.Golden.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.MixtureDensity;
import hydrangea.models.testing.Golden;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AssignmentTest {
  private static final Seeds SEEDS = new Seeds(89);

  static Stream<JsonObject> cases() {
    return objects(Golden.json("optimal_transport.json").get("cases")).stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void of_goldenSquaredCosts_isTheSameAssignment(JsonObject golden) {
    var assignment =
        Assignment.of(Wasserstein.squared(matrix(golden.get("x")), matrix(golden.get("y"))));
    var expected = numbers(golden.get("assignment_squared_cost"));
    assertThat(Arrays.stream(assignment.columns()).asDoubleStream().toArray()).isEqualTo(expected);
    assertClose(
        assignment.total() / expected.length, golden.get("mean_squared_cost").getAsDouble(), 1e-10);
  }

  @Test
  void of_threeByThree_byHand() {
    var cost = Matrix.of(new double[][] {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}});
    var assignment = Assignment.of(cost);
    assertThat(assignment.columns()).containsExactly(1, 0, 2);
    assertThat(assignment.total()).isEqualTo(5);
  }

  @Test
  void of_smallRandomCosts_isTheBestOfAllPermutations() {
    for (int n = 1; n <= 7; n++) {
      for (int trial = 0; trial < 40; trial++) {
        var cost = SEEDS.at(n).at(trial).normal(n, n);
        if (trial % 2 == 0) { // many ties
          Arrays.setAll(cost.data, k -> Math.rint(2 * cost.data[k]));
        }
        assertClose(Assignment.of(cost).total(), cheapest(cost, 0, new boolean[n]), 1e-12);
      }
    }
  }

  private static double cheapest(Matrix cost, int row, boolean[] taken) {
    if (row == cost.rows) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < cost.columns; j++) {
      if (!taken[j]) {
        taken[j] = true;
        best = Math.min(best, cost.at(row, j) + cheapest(cost, row + 1, taken));
        taken[j] = false;
      }
    }
    return best;
  }

  @Test
  void of_largeProblems_isProvenOptimalByItsPrices() {
    var modes =
        MixtureDensity.isotropic(
            new double[] {1.4, 1.2, 1.0},
            Matrix.of(new double[][] {{0, 0.5}, {-0.5, -0.5}, {0.5, -0.5}}),
            0.02);
    int n = 500;
    assertProven(Wasserstein.euclidean(modes.sample(n, SEEDS.at("x")), modes.sample(n, SEEDS)));
    assertProven(Wasserstein.euclidean(modes.sample(n, SEEDS.at("x")), SEEDS.normal(n, 2)));
    assertProven(SEEDS.uniform(n, n));
    assertProven(Matrix.filled(n, n, 3));
  }

  /** Any other assignment costs at least the sum of all prices, and this one costs just that. */
  private static void assertProven(Matrix cost) {
    int n = cost.rows;
    var assignment = Assignment.of(cost);
    assertThat(assignment.columns()).containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
    double lowest = Double.POSITIVE_INFINITY;
    double prices = 0;
    for (int i = 0; i < n; i++) {
      prices += assignment.rowPrice(i) + assignment.columnPrice(i);
      for (int j = 0; j < n; j++) {
        lowest =
            Math.min(lowest, cost.at(i, j) - assignment.rowPrice(i) - assignment.columnPrice(j));
      }
    }
    assertThat(lowest).isGreaterThan(-1e-12);
    assertClose(prices, assignment.total(), 1e-11);
  }

  @Test
  void of_costsThatCannotBe_isRefused() {
    assertThatThrownBy(() -> Assignment.of(new Matrix(2, 3)))
        .hasMessage("an assignment needs a square matrix, was [2, 3]");
    assertThatThrownBy(() -> Assignment.of(Matrix.column(Double.NaN)))
        .hasMessage("each cost must be finite, was NaN");
  }
}
