package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hydrangea.models.Matrix;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks, tangents and gradients of PyTorch in float64. Their weights do not fit into floats, so
 * this drives {@link DoublePass}, the arithmetic of {@link JavaMlp}, with doubles.
 */
class MeanFlowGoldenTest {
  private static final double TOLERANCE = 1e-10;

  /** One network of the file; its input is (z, t, t - r). */
  record Case(JsonObject json) {
    Activation activation() {
      return Activation.valueOf(json.get("activation").getAsString().toUpperCase(Locale.ROOT));
    }

    Mlp shape() {
      var layers = json.getAsJsonArray("layers");
      return new Mlp(
          matrix(part(layers, 0, "weight")).columns,
          Stream.of(0, 1).map(i -> matrix(part(layers, i, "weight")).rows).toList(),
          matrix(part(layers, 2, "weight")).rows,
          activation());
    }

    /** Weights and biases in our order. */
    double[] flat(JsonArray layers) {
      var flat = new double[shape().size()];
      int at = 0;
      for (int i = 0; i < layers.size(); i++) {
        for (double w : matrix(part(layers, i, "weight")).data) {
          flat[at++] = w;
        }
        for (double b : numbers(part(layers, i, "bias"))) {
          flat[at++] = b;
        }
      }
      return flat;
    }

    DoublePass pass() {
      var z = matrix(json.get("z"));
      var v = matrix(json.get("v"));
      var t = Matrix.column(numbers(json.get("t")));
      var r = Matrix.column(numbers(json.get("r")));
      var gap = new Matrix(t.rows, 1);
      for (int i = 0; i < t.rows; i++) {
        gap.data[i] = t.data[i] - r.data[i];
      }
      return new DoublePass(
          shape(),
          flat(json.getAsJsonArray("layers")),
          Matrix.beside(z, t, gap),
          Matrix.beside(v, Matrix.filled(t.rows, 2, 1)));
    }

    private static JsonElement part(JsonArray layers, int i, String name) {
      return layers.get(i).getAsJsonObject().get(name);
    }

    @Override
    public String toString() {
      return activation().name();
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var stream =
            Objects.requireNonNull(
                MeanFlowGoldenTest.class.getResourceAsStream("/golden/mean_flow_network.json"));
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var networks = JsonParser.parseReader(reader).getAsJsonObject().getAsJsonArray("networks");
      return stream(networks).map(network -> new Case(network.getAsJsonObject()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void activation_atTheProbes_equalsPyTorch(Case golden) {
    var probe = golden.json.getAsJsonObject("activation_probe");
    var h = numbers(probe.get("h"));
    for (int i = 0; i < h.length; i++) {
      assertThat(golden.activation().value(h[i]))
          .isCloseTo(numbers(probe.get("value"))[i], within(TOLERANCE));
      assertThat(golden.activation().derivative(h[i]))
          .isCloseTo(numbers(probe.get("derivative"))[i], within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void network_alongVelocityAndTime_equalsPyTorch(Case golden) {
    assertClose(golden.pass().value().data, matrix(golden.json.get("u")).data);
    assertClose(golden.pass().tangent().data, matrix(golden.json.get("jvp")).data);
  }

  /** The loss is the mean over rows of |u - target|^2 with a constant target. */
  @ParameterizedTest
  @MethodSource("cases")
  void gradient_ofTheMeanFlowLoss_equalsPyTorch(Case golden) {
    var pass = golden.pass();
    var target = matrix(golden.json.get("target"));
    var dValue = new Matrix(target.rows, target.columns);
    for (int i = 0; i < dValue.data.length; i++) {
      dValue.data[i] = 2 * (pass.value().data[i] - target.data[i]) / target.rows;
    }
    var gradient = new double[golden.shape().size()];
    pass.backward(dValue, new Matrix(0, target.columns), gradient);
    var expected = golden.json.getAsJsonObject("gradients").getAsJsonArray("mse_sum_over_dims");
    assertClose(gradient, golden.flat(expected));
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).containsExactly(expected, within(TOLERANCE));
  }

  private static Matrix matrix(JsonElement rows) {
    return Matrix.of(
        stream(rows.getAsJsonArray()).map(MeanFlowGoldenTest::numbers).toArray(double[][]::new));
  }

  private static double[] numbers(JsonElement array) {
    return stream(array.getAsJsonArray()).mapToDouble(JsonElement::getAsDouble).toArray();
  }

  private static Stream<JsonElement> stream(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
