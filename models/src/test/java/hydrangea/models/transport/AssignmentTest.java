package hydrangea.models.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Golden;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssignmentTest {
  private static final Seeds SEEDS = new Seeds(3);

  @Test
  void assignmentsAndDistances_areTheReferences() {
    for (var row : Golden.objects(Golden.json("optimal_transport.json").get("cases"))) {
      var x = Golden.matrix(row.get("x"));
      var y = Golden.matrix(row.get("y"));
      var assignment = Assignment.of(Costs.squared(x, y));
      int[] columns = IntStream.range(0, x.rows).map(assignment::column).toArray();
      double[] expected = Golden.numbers(row.get("assignment_squared_cost"));
      assertThat(columns).isEqualTo(Arrays.stream(expected).mapToInt(j -> (int) j).toArray());
      assertRelative(assignment.meanCost(), row.get("mean_squared_cost").getAsDouble(), 1e-10);
      assertRelative(Assignment.w1(x, y), row.get("w1_euclidean").getAsDouble(), 1e-10);
    }
  }

  private static void assertRelative(double actual, double expected, double tolerance) {
    assertThat(actual).isCloseTo(expected, within(tolerance * Math.abs(expected)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void meanCost_ofFewRows_isTheCheapestPermutations(int n) {
    for (int k = 0; k < 40; k++) {
      var cost = SEEDS.at("cost").at(k).normal(n, n);
      if (k % 2 == 0) {
        round(cost); // ties, of either sign
      }
      assertThat(Assignment.of(cost).meanCost()).isCloseTo(cheapest(cost, 0, 0) / n, within(1e-13));
    }
  }

  private static void round(Matrix cost) {
    for (int k = 0; k < cost.data.length; k++) {
      cost.data[k] = Math.rint(cost.data[k]);
    }
  }

  /** The least cost of rows from {@code row} on when the columns in {@code taken} are gone. */
  private static double cheapest(Matrix cost, int row, int taken) {
    if (row == cost.rows) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < cost.columns; j++) {
      if ((taken >> j & 1) == 0) {
        least = Math.min(least, cost.at(row, j) + cheapest(cost, row + 1, taken | 1 << j));
      }
    }
    return least;
  }

  @Test
  void w1_onALine_isThatOfTheSorted() {
    var a = SEEDS.at("line a").normal(300, 1);
    var b = SEEDS.at("line b").uniform(300, 1);
    assertThat(Assignment.w1(a, b)).isCloseTo(gapOfSorted(a, b), within(1e-13));
  }

  private static double gapOfSorted(Matrix a, Matrix b) {
    double[] x = Arrays.stream(a.data).sorted().toArray();
    double[] y = Arrays.stream(b.data).sorted().toArray();
    return IntStream.range(0, x.length).mapToDouble(i -> Math.abs(x[i] - y[i])).average().orElse(0);
  }

  @Test
  void w1_ofAShift_isItsLength() {
    var a = SEEDS.at("shifted").normal(200, 2);
    var b = new Matrix(200, 2);
    for (int i = 0; i < 200; i++) {
      int j = (i + 77) % 200; // in another order
      b.data[2 * j] = a.data[2 * i] + .3;
      b.data[2 * j + 1] = a.data[2 * i + 1] - .4;
    }
    assertThat(Assignment.w1(a, b)).isCloseTo(.5, within(1e-12));
    assertThat(Assignment.w1(a, a)).isZero();
  }

  @Test
  void w1_swapped_isTheSame() {
    var a = SEEDS.at("swapped a").normal(150, 3);
    var b = SEEDS.at("swapped b").uniform(150, 3);
    assertThat(Assignment.w1(a, b)).isCloseTo(Assignment.w1(b, a), within(1e-13));
  }

  /** Three clusters against others; the numbers are POT's {@code emd2} on the same 400 points. */
  @ParameterizedTest
  @CsvSource({
    "similar, .45, .75, .09, .07088816419442627",
    "collapsed, 1, 1, .07, .6772767677762871",
    "spread, 1, 1, 2, .715558035966568",
  })
  void w1_ofClusters_isPots(
      String name, double first, double second, double spread, double expected) {
    var a = clusters(.1, .38889, .72222, .07);
    assertRelative(Assignment.w1(a, clusters(.6, first, second, spread)), expected, 1e-11);
  }

  /** Squares about the toy's modes; mode by cumulative share, place by a Kronecker sequence. */
  private static Matrix clusters(double phase, double first, double second, double spread) {
    double[][] modes = {{0, .5}, {-.5, -.5}, {.5, -.5}};
    var points = new Matrix(400, 2);
    for (int i = 0; i < 400; i++) {
      double share = (i + .5) / 400;
      double[] mode = modes[share < first ? 0 : share < second ? 1 : 2];
      points.data[2 * i] = mode[0] + spread * ((phase + i * .7548776662466927) % 1 - .5);
      points.data[2 * i + 1] = mode[1] + spread * ((phase + i * .5698402909980532) % 1 - .5);
    }
    return points;
  }

  @Test
  void w1_ofRepeatedPoints_movesOnlyTheSurplus() {
    var a = new Matrix(100, 1);
    var b = new Matrix(100, 1);
    Arrays.fill(a.data, 0, 60, 1);
    Arrays.fill(b.data, 0, 25, 1);
    assertThat(Assignment.w1(a, b)).isCloseTo(.35, within(1e-15));
  }

  @Test
  void w1_ofADivergedModel_isNaN() {
    var a = Matrix.of(new double[] {0, 0}, new double[] {1, Double.NaN});
    assertThat(Assignment.w1(a, new Matrix(2, 2))).isNaN();
  }

  @Test
  void w1_ofUnequalSets_isRefused() {
    assertThatThrownBy(() -> Assignment.w1(new Matrix(3, 2), new Matrix(4, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("transport needs equally many points: [3, 2] and [4, 2]");
    assertThatThrownBy(() -> Assignment.w1(new Matrix(0, 2), new Matrix(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_whatIsNoCost_isRefused() {
    assertThatThrownBy(() -> Assignment.of(new Matrix(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("costs must be square, but are [2, 3]");
    assertThatThrownBy(() -> Assignment.of(Matrix.filled(2, 2, Double.POSITIVE_INFINITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("costs must be finite");
  }
}
