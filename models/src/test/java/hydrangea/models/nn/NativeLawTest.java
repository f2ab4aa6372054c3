package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The native network gives what the double one gives, to float accuracy. */
class NativeLawTest {
  private static final int OFFSET = 5;

  record Row(Mlp shape, int batch, int directions) {
    Matrix drawn(String name, int rows, int columns) {
      return new Seeds(7).at(name).normal(rows, columns);
    }

    Matrix x() {
      return drawn("x", batch, shape.inputs());
    }

    Matrix along() {
      return drawn("directions", directions * batch, shape.inputs());
    }

    Matrix dValue() {
      return drawn("dValue", batch, shape.outputs());
    }

    Matrix dTangent() {
      return drawn("dTangent", directions * batch, shape.outputs());
    }

    Weights weights() {
      var weights = new Weights(shape.size() + OFFSET + 3);
      shape.initialize(
          weights, OFFSET, new Initializer.PyTorch(), new Initializer.LecunNormal(1), new Seeds(3));
      return weights;
    }
  }

  static Stream<Row> rows() {
    var rows = new ArrayList<Row>();
    for (var activation : Activation.values()) {
      rows.add(new Row(new Mlp(4, List.of(16, 12), 3, activation), 9, 1));
      rows.add(new Row(new Mlp(5, List.of(8), 2, activation), 1, 3));
      rows.add(new Row(new Mlp(2, List.of(32, 32, 32), 1, activation), 33, 3));
    }
    rows.add(new Row(new Mlp(3, List.of(), 2, Activation.GELU), 6, 2));
    rows.add(new Row(new Mlp(3, List.of(7), 2, Activation.SILU), 0, 1));
    rows.add(new Row(new Mlp(3, List.of(7), 2, Activation.SILU), 4, 0));
    rows.add(new Row(new Mlp(4, List.of(7, 6), 36, Activation.TANH), 5, 1));
    rows.add(new Row(new Mlp(4, List.of(7, 6), 36, Activation.GELU), 5, 1));
    rows.add(new Row(new Mlp(8, List.of(33, 30), 7, Activation.MISH), 1, 0));
    rows.add(new Row(new Mlp(4, List.of(320, 320), 5, Activation.RELU), 1, 0));
    rows.add(new Row(new Mlp(14, List.of(256, 256), 2, Activation.GELU), 64, 1));
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void apply_anyShape_equalsDoubles(Row row) {
    var weights = row.weights();
    var expected = new JavaMlp(row.shape, weights, OFFSET).apply(row.x());
    assertClose(new DjlMlp(row.shape, weights, OFFSET).apply(row.x()), expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void forward_anyShape_equalsDoublesBothWays(Row row) {
    var weights = row.weights();
    var expected = new JavaMlp(row.shape, weights, OFFSET).forward(row.x());
    var actual = new DjlMlp(row.shape, weights, OFFSET).forward(row.x());
    assertClose(actual.value(), expected.value());
    var expectedInto = new Gradient(weights);
    var actualInto = new Gradient(weights);
    assertClose(
        actual.backward(row.dValue(), actualInto), expected.backward(row.dValue(), expectedInto));
    assertClose(actualInto, expectedInto);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void collect_anyShape_addsWhatBackwardAdds(Row row) {
    var weights = row.weights();
    var network = new DjlMlp(row.shape, weights, OFFSET);
    var expectedInto = new Gradient(weights);
    var actualInto = new Gradient(weights);
    network.forward(row.x()).backward(row.dValue(), expectedInto);
    network.forward(row.x()).collect(row.dValue(), actualInto);
    assertThat(actualInto.value()).isEqualTo(expectedInto.value());
  }

  /** Of every third row, of none, of all: what goes back to the input alone leaves others out. */
  @ParameterizedTest
  @MethodSource("rows")
  void backward_toTheInputAlone_equalsDoublesWhateverRowsHaveAGradient(Row row) {
    var weights = row.weights();
    for (int every : new int[] {1, 3, Integer.MAX_VALUE}) {
      var d = new Matrix(row.batch, row.shape.outputs());
      for (int k = 0; k < d.data.length; k++) {
        boolean lives = every < Integer.MAX_VALUE && Math.floorDiv(k, d.columns) % every == 0;
        d.data[k] = lives ? row.dValue().data[k] : 0;
      }
      var expected = new JavaMlp(row.shape, weights, OFFSET).forward(row.x());
      var actual = new DjlMlp(row.shape, weights, OFFSET).forward(row.x());
      var ofOthers = new Gradient(new Weights(weights.size()));
      assertClose(actual.backward(d, ofOthers), expected.backward(d, Gradient.NONE));
      assertThat(ofOthers.value()).containsOnly(0f);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tangent_anyShape_equalsDoublesBothWays(Row row) {
    var weights = row.weights();
    var expected = new JavaMlp(row.shape, weights, OFFSET).tangent(row.x(), row.along());
    var actual = new DjlMlp(row.shape, weights, OFFSET).tangent(row.x(), row.along());
    assertClose(actual.value(), expected.value());
    assertClose(actual.tangent(), expected.tangent());
    var expectedInto = new Gradient(weights);
    var actualInto = new Gradient(weights);
    assertClose(
        actual.backward(row.dValue(), row.dTangent(), actualInto),
        expected.backward(row.dValue(), row.dTangent(), expectedInto));
    assertClose(actualInto, expectedInto);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tangent_backOfTheValueAlone_equalsForward(Row row) {
    var weights = row.weights();
    var network = new DjlMlp(row.shape, weights, OFFSET);
    var expectedInto = new Gradient(weights);
    var actualInto = new Gradient(weights);
    var expected = network.forward(row.x()).backward(row.dValue(), expectedInto);
    var actual = network.tangent(row.x(), row.along()).backward(row.dValue(), actualInto);
    assertClose(actual, expected);
    assertClose(actualInto, expectedInto);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void jvp_anyShape_equalsTangent(Row row) {
    var weights = row.weights();
    var network = new DjlMlp(row.shape, weights, OFFSET);
    var expectedInto = new Gradient(weights);
    var actualInto = new Gradient(weights);
    var expected = network.tangent(row.x(), row.along());
    var actual = network.jvp(row.x(), row.along());
    assertThat(actual.pass().value()).isEqualTo(expected.value());
    assertThat(actual.tangent()).isEqualTo(expected.tangent());
    assertThat(actual.pass().backward(row.dValue(), actualInto))
        .isEqualTo(expected.backward(row.dValue(), expectedInto));
    assertThat(actualInto.value()).isEqualTo(expectedInto.value());
  }

  private static void assertClose(Gradient actual, Gradient expected) {
    assertClose(column(actual), column(expected));
  }

  private static Matrix column(Gradient gradient) {
    var column = new Matrix(gradient.value().length, 1);
    for (int i = 0; i < column.rows; i++) {
      column.data[i] = gradient.value()[i];
    }
    return column;
  }

  /** To 2e-6 of the largest entry: sums of n floats, of which single ones may cancel. */
  private static void assertClose(Matrix actual, Matrix expected) {
    assertThat(actual.rows).isEqualTo(expected.rows);
    assertThat(actual.columns).isEqualTo(expected.columns);
    double largest = 1;
    for (double value : expected.data) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < actual.data.length; i++) {
      assertThat(actual.data[i])
          .isCloseTo(expected.data[i], org.assertj.core.data.Offset.offset(2e-6 * largest));
    }
  }
}
