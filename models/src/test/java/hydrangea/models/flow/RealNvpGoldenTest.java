package hydrangea.models.flow;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.column;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.objects;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.nn.DoubleMlp;
import hydrangea.models.testing.Golden;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The flows of PyTorch and of zuko in float64, weights and all. */
final class RealNvpGoldenTest {
  private static final double TOLERANCE = 1e-11;

  /** Couplings with their networks, the one next to the data first. */
  record Flow(List<DoubleMlp> networks, List<Coupling> couplings) {
    LogPass toBase(Matrix obs, Matrix x) {
      LogPass pass = couplings.get(0).inverse(obs, x);
      for (Coupling coupling : couplings.subList(1, couplings.size())) {
        pass = pass.through(y -> coupling.inverse(obs, y));
      }
      return pass;
    }

    LogPass toData(Matrix obs, LogPass base) {
      LogPass pass = base;
      List<Coupling> reversed = new ArrayList<>(couplings);
      Collections.reverse(reversed);
      for (Coupling coupling : reversed) {
        pass = pass.through(y -> coupling.forward(obs, y));
      }
      return pass;
    }
  }

  static Stream<JsonObject> realNvp() {
    return objects(Golden.json("realnvp.json").get("cases")).stream();
  }

  static Stream<JsonObject> zuko() {
    return objects(Golden.json("zuko_realnvp.json").get("cases")).stream();
  }

  private static Flow flow(JsonObject golden) {
    List<DoubleMlp> networks = new ArrayList<>();
    List<Coupling> couplings = new ArrayList<>();
    for (JsonElement layers : golden.getAsJsonArray("weights")) {
      var network = DoubleMlp.of(layers.getAsJsonArray());
      networks.add(network);
      int dimensions = golden.get("dim").getAsInt();
      couplings.add(new Coupling(network, dimensions, golden.has("condition"), LogScale.TANH));
    }
    return new Flow(networks, couplings);
  }

  private static Matrix condition(JsonObject golden, String name) {
    int rows = matrix(golden.get("x")).rows;
    return golden.has(name) ? matrix(golden.get(name)) : new Matrix(rows, 0);
  }

  private static Pass standard(Matrix z) {
    return DiagonalGaussian.standard(z.rows, z.columns).logDensity(z);
  }

  private static Matrix sum(Matrix a, Matrix b) {
    var sum = new Matrix(a.rows, 1);
    for (int i = 0; i < a.rows; i++) {
      sum.data[i] = a.data[i] + b.data[i];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("realNvp")
  void inverse_goldenFlow_givesBaseLogDetAndDensity(JsonObject golden) {
    LogPass base = flow(golden).toBase(condition(golden, "condition"), matrix(golden.get("x")));
    assertClose(base.value(), matrix(golden.get("z")), TOLERANCE);
    assertClose(base.log(), column(golden.get("log_det_forward")), TOLERANCE);
    Matrix density = sum(base.log(), standard(base.value()).value());
    assertClose(density, column(golden.get("log_prob")), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("realNvp")
  void forward_goldenPolicy_givesActionAndItsDensity(JsonObject golden) {
    var policy = golden.getAsJsonObject("policy");
    Matrix obs = condition(golden, "condition");
    var normal =
        new DiagonalGaussian(matrix(policy.get("mean")), matrix(policy.get("log_std")))
            .draw(matrix(policy.get("eps")));
    assertClose(normal.value(), matrix(policy.get("u")), TOLERANCE);
    LogPass x = flow(golden).toData(obs, normal);
    assertClose(x.value(), matrix(policy.get("x")), TOLERANCE);
    // The file's term is log|dx / du|: ours has the other sign, so that terms add.
    var logDet = new Matrix(obs.rows, 1);
    for (int i = 0; i < logDet.rows; i++) {
      logDet.data[i] = normal.log().data[i] - x.log().data[i];
    }
    assertClose(logDet, column(policy.get("log_det_inverse")), TOLERANCE);
    LogPass action = x.through(y -> new Tanh().forward(obs, y));
    assertClose(action.value(), matrix(policy.get("action")), TOLERANCE);
    assertClose(action.log(), column(policy.get("log_prob_action")), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("realNvp")
  void backward_goldenLikelihood_givesTheGradientOfEveryWeight(JsonObject golden) {
    Flow flow = flow(golden);
    LogPass base = flow.toBase(condition(golden, "condition"), matrix(golden.get("x")));
    int rows = base.log().rows;
    Pass density = standard(base.value());
    assertClose(
        -sum(base.log(), density.value()).mean(), golden.get("mean_nll").getAsDouble(), TOLERANCE);
    Matrix dLog = Matrix.filled(rows, 1, -1.0 / rows);
    Matrix dBase = density.backward(dLog, Gradient.NONE).columns(0, base.value().columns);
    base.backward(dBase, dLog, Gradient.NONE);
    JsonArray gradients = golden.getAsJsonArray("mean_nll_gradient");
    for (int i = 0; i < gradients.size(); i++) {
      double[] expected = DoubleMlp.flat(gradients.get(i));
      assertClose(flow.networks.get(i).gradient(), expected, TOLERANCE);
    }
  }

  /** Masks [1, 0] and [0, 1] keep what ours keep; the two flips cancel. */
  @ParameterizedTest
  @MethodSource("zuko")
  void inverse_zukoFlow_givesBaseLogDetAndDensity(JsonObject golden) {
    List<DoubleMlp> networks = new ArrayList<>();
    List<Coupling> couplings = new ArrayList<>();
    for (JsonObject coupling : objects(golden.get("couplings"))) {
      var layers = coupling.getAsJsonArray("layers").deepCopy();
      shiftLast(layers.get(2).getAsJsonObject());
      networks.add(DoubleMlp.of(layers));
      couplings.add(
          new Coupling(
              networks.get(networks.size() - 1), 2, golden.has("context"), LogScale.SOFT_CLIP));
    }
    LogPass base =
        new Flow(networks, couplings).toBase(condition(golden, "context"), matrix(golden.get("x")));
    assertClose(base.value(), matrix(golden.get("z")), TOLERANCE);
    assertClose(base.log(), column(golden.get("log_det_forward")), TOLERANCE);
    Matrix density = sum(base.log(), standard(base.value()).value());
    assertClose(density, column(golden.get("log_prob")), TOLERANCE);
  }

  /** Zuko gives (shift, scale), we take (scale, shift). */
  private static void shiftLast(JsonObject layer) {
    for (String name : List.of("weight", "bias")) {
      JsonArray rows = layer.getAsJsonArray(name);
      JsonElement shift = rows.remove(0);
      rows.add(shift);
    }
  }
}
