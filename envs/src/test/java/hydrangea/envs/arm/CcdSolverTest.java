package hydrangea.envs.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hydrangea.envs.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CcdSolverTest {
  private static final int MAX_SWEEPS = 10_000;

  static List<JsonObject> recorded() {
    return Golden.rows("inverse_kinematics.json", "ccd");
  }

  static List<JsonObject> recordedInSteps() {
    return recorded().stream().filter(row -> row.has("first_updates")).toList();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void solve_recordedCase_takesTheRecordedSweeps(JsonObject row) {
    double tolerance = Golden.number(row, "tolerance");
    int sweeps = row.get("sweeps").getAsInt();

    var solution = new CcdSolver(tolerance, MAX_SWEEPS).solve(chain(row), start(row), target(row));

    // At the finest tolerance rounding may take a sweep more or less.
    int slack = tolerance < 1e-9 ? 1 : 0;
    assertThat(solution.sweeps()).isBetween(sweeps - slack, sweeps + slack);
    assertThat(chain(row).effector(solution.angles()).distance(target(row)))
        .isEqualTo(solution.distance());
    if (solution.sweeps() == sweeps) {
      assertSame(solution.angles(), Golden.numbers(row, "final_angles"), 1e-9);
      assertThat(solution.distance()).isCloseTo(Golden.number(row, "final_distance"), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("recordedInSteps")
  void turned_jointAfterJoint_isAsRecorded(JsonObject row) {
    Angles angles = start(row);
    for (JsonElement element : row.getAsJsonArray("first_updates")) {
      JsonObject update = element.getAsJsonObject();
      angles = CcdSolver.turned(chain(row), angles, update.get("joint").getAsInt(), target(row));
      assertSame(angles, Golden.numbers(update, "angles"), 1e-10);
    }
  }

  @Test
  void solve_absoluteAngles_reachesAsWell() {
    Chain chain = new Chain(List.of(.5, .3, .2), false);
    Point target = new Point(-.3, .4);

    var solution = new CcdSolver(1e-6, MAX_SWEEPS).solve(chain, Angles.of(1, 2, 3), target);

    assertThat(chain.effector(solution.angles()).distance(target)).isLessThan(1.1e-6);
    assertThat(solution.sweeps()).isBetween(1, 200);
  }

  @Test
  void solve_targetOutOfReach_stretchesTowardsItUntilTheLastSweep() {
    Chain chain = new Chain(List.of(.5, .5), true);

    var solution = new CcdSolver(1e-6, 500).solve(chain, Angles.of(1, 1), new Point(0, 3));

    assertThat(solution.sweeps()).isEqualTo(500);
    assertThat(solution.distance()).isCloseTo(2, within(1e-3));
  }

  @Test
  void solve_alreadyThere_doesNothing() {
    Chain chain = new Chain(List.of(.5, .5), true);
    Angles start = Angles.of(1, 1);

    var solution = new CcdSolver(1e-6, 500).solve(chain, start, chain.effector(start));

    assertThat(solution).isEqualTo(new CcdSolver.Solution(start, 0, 0));
  }

  private static void assertSame(Angles angles, double[] expected, double tolerance) {
    assertThat(angles.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Angles.wrap(angles.get(i) - expected[i])).isCloseTo(0, within(tolerance));
    }
  }

  private static Chain chain(JsonObject row) {
    return new Chain(Golden.list(row, "lengths"), true);
  }

  private static Angles start(JsonObject row) {
    return Angles.of(Golden.numbers(row, "start"));
  }

  private static Point target(JsonObject row) {
    double[] target = Golden.numbers(row, "target");
    return new Point(target[0], target[1]);
  }
}
