package hydrangea.models.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.testing.Differences;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

final class OdeSolverTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/golden/ode_solvers.csv", numLinesToSkip = 1)
  void solve_goldenProblem_reachesTheGoldenEnd(
      String problem,
      String method,
      int steps,
      Double rotationSpeed,
      double endTime,
      double start0,
      Double start1,
      double end0,
      Double end1) {
    var solver = OdeSolver.valueOf(method.toUpperCase(Locale.ROOT));
    double[] start = start1 == null ? new double[] {start0} : new double[] {start0, start1};
    double[] end = end1 == null ? new double[] {end0} : new double[] {end0, end1};
    double speed = rotationSpeed == null ? 0 : rotationSpeed;
    Matrix x = solver.solve(field(problem, speed), Matrix.of(start), 0, endTime, steps);
    for (int i = 0; i < end.length; i++) {
      assertThat(x.data[i]).isCloseTo(end[i], within(1e-12 * Math.max(1, Math.abs(end[i]))));
    }
  }

  private static OdeSolver.Field field(String problem, double speed) {
    return switch (problem) {
      case "decay" -> (x, t) -> Matrix.of(new double[] {-x.data[0]});
      case "rotation" -> (x, t) -> Matrix.of(new double[] {-speed * x.data[1], speed * x.data[0]});
      default -> (x, t) -> Matrix.of(new double[] {-t * x.data[0] * x.data[0]});
    };
  }

  /** y' = -y from y(0) = 1 is exp(-t). */
  @ParameterizedTest
  @EnumSource
  void solve_finerSteps_errorFallsWithTheDeclaredOrder(OdeSolver solver) {
    double order = Math.log(error(solver, 32) / error(solver, 64)) / Math.log(2);
    assertThat(order).isCloseTo(solver.order(), within(0.1));
  }

  private static double error(OdeSolver solver, int steps) {
    Matrix end = solver.solve(field("decay", 0), Matrix.column(1), 0, 1, steps);
    return Math.abs(end.data[0] - Math.exp(-1));
  }

  @ParameterizedTest
  @EnumSource
  void forward_wayBack_isTheFiniteDifference(OdeSolver solver) {
    Matrix x = Matrix.of(new double[] {0.3, -0.8}, new double[] {1.2, 0.4});
    Matrix dValue = Matrix.of(new double[] {1, -2}, new double[] {0.5, 3});
    Matrix expected =
        Differences.gradient(
            start -> solver.forward(OdeSolverTest::bent, start, 1, 0, 5), x, dValue);
    Matrix actual = solver.forward(OdeSolverTest::bent, x, 1, 0, 5).backward(dValue, Gradient.NONE);
    assertThat(actual.data).containsExactly(expected.data, within(1e-8));
  }

  /** (sin(y) + t x, x y). */
  private static Pass bent(Matrix z, double t) {
    var value = new Matrix(z.rows, 2);
    for (int i = 0; i < z.rows; i++) {
      value.data[2 * i] = Math.sin(z.at(i, 1)) + t * z.at(i, 0);
      value.data[2 * i + 1] = z.at(i, 0) * z.at(i, 1);
    }
    return new Pass() {
      @Override
      public Matrix value() {
        return value;
      }

      @Override
      public Matrix backward(Matrix d, Gradient into) {
        var dz = new Matrix(z.rows, 2);
        for (int i = 0; i < z.rows; i++) {
          dz.data[2 * i] = d.at(i, 0) * t + d.at(i, 1) * z.at(i, 1);
          dz.data[2 * i + 1] = d.at(i, 0) * Math.cos(z.at(i, 1)) + d.at(i, 1) * z.at(i, 0);
        }
        return dz;
      }
    };
  }
}
