package hydrangea.models.loss;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.column;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.objects;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MeanFlowTest {
  private static final Seeds SEEDS = new Seeds(34);

  static Stream<JsonObject> networks() {
    return objects(Golden.json("mean_flow_network.json").get("networks")).stream();
  }

  private static Matrix combined(double a, Matrix x, double b, Matrix y) {
    var sum = new Matrix(x.rows, x.columns);
    for (int k = 0; k < sum.data.length; k++) {
      sum.data[k] = a * x.data[k] + b * y.data[k];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void path_goldenNetworks_agrees(JsonObject golden) {
    var x = matrix(golden.get("x"));
    var e = matrix(golden.get("e"));
    assertClose(FlowMatching.point(x, e, column(golden.get("t"))), matrix(golden.get("z")), 1e-15);
    assertClose(FlowMatching.velocity(x, e), matrix(golden.get("v")), 1e-15);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void averageVelocity_goldenNetworks_agrees(JsonObject golden) {
    var target =
        MeanFlow.averageVelocity(
            matrix(golden.get("v")),
            matrix(golden.get("jvp")),
            column(golden.get("r")),
            column(golden.get("t")));
    assertClose(target, matrix(golden.get("target")), 1e-14);
  }

  @Test
  void identity_exactGaussianFlow_holdsInAllThreeForms() {
    int checked = 0;
    for (var row : Golden.csv("mean_flow_gaussian.csv")) {
      if (!Double.isNaN(row[6])) {
        assertExact(row);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(45);
  }

  /** Columns data_std, r, t, z, v, u, total_du_dt; for g = z - u, dg/dt is v - du/dt. */
  private static void assertExact(double[] row) {
    var r = Matrix.column(row[1]);
    var t = Matrix.column(row[2]);
    var z = Matrix.column(row[3]);
    var v = Matrix.column(row[4]);
    var u = Matrix.column(row[5]);
    var duDt = Matrix.column(row[6]);
    assertClose(MeanFlow.averageVelocity(v, duDt, r, t), u, 1e-10);
    assertClose(MeanFlow.velocityEstimate(u, duDt, r, t), v, 1e-10);
    var residual = MeanFlow.residual(z, v, combined(1, v, -1, duDt), r, t);
    assertClose(residual, combined(1, z, -1, u), 1e-10);
  }

  @Test
  void pointMass_oneStep_landsOnIt() {
    // data x*: u = (z - x*) / t for every r, whose total derivative is (v - u) / t = 0
    var x = Matrix.of(new double[] {0.3, -0.7});
    var e = SEEDS.normal(1, 2);
    var v = FlowMatching.velocity(x, e);
    var u = MeanFlow.averageVelocity(v, new Matrix(1, 2), Matrix.column(0), Matrix.column(1));
    assertClose(combined(1, e, -1, u), x, 1e-15);
  }

  @Test
  void residual_fromZero_isTheFormOfItsSource() {
    // z + (t - 1) v - t dg/dt = 2 + (0.25 - 1) 3 - 0.25 * 8
    var target =
        MeanFlow.residual(
            Matrix.column(2),
            Matrix.column(3),
            Matrix.column(8),
            Matrix.column(0),
            Matrix.column(0.25));
    assertThat(target).isEqualTo(Matrix.column(-2.25));
  }

  @Test
  void targets_atEqualTimes_areFlowMatching() {
    var v = SEEDS.at("v").normal(4, 2);
    var z = SEEDS.at("z").normal(4, 2);
    var derivative = SEEDS.at("derivative").normal(4, 2);
    var t = SEEDS.at("t").uniform(4, 1);
    assertThat(MeanFlow.averageVelocity(v, derivative, t, t)).isEqualTo(v);
    assertThat(MeanFlow.velocityEstimate(v, derivative, t, t)).isEqualTo(v);
    assertClose(MeanFlow.residual(z, v, derivative, t, t), combined(1, z, -1, v), 1e-15);
  }

  @Test
  void velocityEstimate_regressedOnV_isTheLossOfTheUForm() {
    var u = SEEDS.at("u").normal(4, 2);
    var v = SEEDS.at("v").normal(4, 2);
    var duDt = SEEDS.at("duDt").normal(4, 2);
    var r = SEEDS.at("r").uniform(4, 1);
    var t = Matrix.filled(4, 1, 1);
    var loss = new Adaptive(new SquaredError(), 0.5, 0.01);
    var identity = loss.loss(MeanFlow.velocityEstimate(u, duDt, r, t), v);
    var uForm = loss.loss(u, MeanFlow.averageVelocity(v, duDt, r, t));
    assertClose(identity.value(), uForm.value(), 1e-14);
    assertClose(identity.gradient(), uForm.gradient(), 1e-14);
  }
}
