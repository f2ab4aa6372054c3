package hydrangea.models.flow;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Bijection;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.JavaMlp;
import hydrangea.models.nn.Mlp;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Jacobians;
import hydrangea.models.testing.WeightDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CouplingTest {
  private static final Seeds SEEDS = new Seeds(61);
  private static final int ROWS = 4;
  private static final Matrix OBS = SEEDS.at("obs").normal(ROWS, 3);

  /** A coupling over random weights, far from the identity. */
  record Row(int dimensions, boolean conditional, LogScale scale) {
    /** Log-scales about a half: at 0 a soft clip bends, which differences do not like. */
    Weights weights() {
      var weights = new Weights(shape().size());
      var start = new Initializer.PyTorch();
      var last = new Initializer.LecunNormal(0.5);
      shape().initialize(weights, 0, start, last, SEEDS.at("weights"));
      int bias = weights.size() - shape().outputs();
      for (int i = 0; i < shape().outputs() / 2; i++) {
        weights.edit()[bias + i] = 0.9f;
      }
      return weights;
    }

    private Mlp shape() {
      return Coupling.shape(dimensions, conditional ? 3 : 0, List.of(6, 5), Activation.TANH);
    }

    Coupling over(Weights weights) {
      return new Coupling(new JavaMlp(shape(), weights, 0), dimensions, conditional, scale);
    }

    Coupling coupling() {
      return over(weights());
    }

    Matrix x() {
      return SEEDS.at("x").normal(ROWS, dimensions);
    }

    Matrix dValue() {
      return SEEDS.at("dValue").normal(ROWS, dimensions);
    }

    Matrix dLog() {
      return SEEDS.at("dLog").normal(ROWS, 1);
    }
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int dimensions : new int[] {1, 2, 3, 5}) {
      for (LogScale scale : LogScale.values()) {
        rows.add(new Row(dimensions, true, scale));
        rows.add(new Row(dimensions, false, scale));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void inverse_ofForward_isTheIdentityWithTheSameTerm(Row row) {
    LogPass forward = row.coupling().forward(OBS, row.x());
    LogPass inverse = row.coupling().inverse(OBS, forward.value());
    assertClose(inverse.value(), row.x(), 1e-12);
    assertClose(inverse.log(), forward.log(), 1e-12);
    assertThat(row.coupling().apply(OBS, row.x())).isEqualTo(forward.value());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void forward_ofInverse_isTheIdentityWithTheSameTerm(Row row) {
    LogPass inverse = row.coupling().inverse(OBS, row.x());
    LogPass forward = row.coupling().forward(OBS, inverse.value());
    assertClose(forward.value(), row.x(), 1e-12);
    assertClose(forward.log(), inverse.log(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void log_bothDirections_isTheLogDeterminantOfTheJacobian(Row row) {
    var coupling = row.coupling();
    assertClose(coupling.inverse(OBS, row.x()).log(), logDet(coupling, row.x(), false), 1e-8);
    Matrix toData = logDet(coupling, row.x(), true);
    for (int i = 0; i < ROWS; i++) {
      assertClose(coupling.forward(OBS, row.x()).log().data[i], -toData.data[i], 1e-8);
    }
  }

  /** log|d output / d input|, by differences. */
  private static Matrix logDet(Bijection map, Matrix x, boolean forward) {
    Function<Matrix, Matrix> value =
        y -> (forward ? map.forward(OBS, y) : map.inverse(OBS, y)).value();
    return Jacobians.logDeterminants(value, x);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void backward_bothDirections_isTheFiniteDifference(Row row) {
    assertGoesBack(row, coupling -> coupling.forward(OBS, row.x()));
    assertGoesBack(row, coupling -> coupling.inverse(OBS, row.x()));
    assertInputGradient(row, x -> row.coupling().forward(OBS, x));
    assertInputGradient(row, x -> row.coupling().inverse(OBS, x));
  }

  private static void assertInputGradient(Row row, Function<Matrix, LogPass> pass) {
    assertClose(
        pass.apply(row.x()).backward(row.dValue(), row.dLog(), Gradient.NONE),
        Differences.gradient(pass, row.x(), row.dValue(), row.dLog()),
        1e-8);
  }

  private static void assertGoesBack(Row row, Function<Coupling, LogPass> pass) {
    var weights = row.weights();
    var coupling = row.over(weights);
    var gradient = new Gradient(weights);
    pass.apply(coupling).backward(row.dValue(), row.dLog(), gradient);
    double[] expected =
        WeightDifferences.gradient(
            () -> {
              LogPass now = pass.apply(coupling);
              return dot(now.value(), row.dValue()) + dot(now.log(), row.dLog());
            },
            weights);
    WeightDifferences.assertClose(gradient.value(), expected);
  }

  private static double dot(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.data.length; i++) {
      sum += a.data[i] * b.data[i];
    }
    return sum;
  }

  @Test
  void forward_twoDimensions_keepsOneAndReversesTheOther() {
    Matrix base = Matrix.of(new double[][] {{0.3, -0.7}, {1.1, 0.2}, {2, 2}, {0, 1}});
    Matrix data = new Row(2, true, LogScale.TANH).coupling().forward(OBS, base).value();
    for (int i = 0; i < ROWS; i++) {
      assertThat(data.at(i, 0)).isEqualTo(base.at(i, 1));
      assertThat(data.at(i, 1)).isNotEqualTo(base.at(i, 0));
    }
  }

  @Test
  void forward_oneDimension_isAffineWithNumbersOfTheObservationAlone() {
    var coupling = new Row(1, true, LogScale.TANH).coupling();
    double[] obs = OBS.row(0);
    Matrix line = Matrix.column(-2, 0, 1, 3);
    Matrix y = coupling.forward(Matrix.repeated(obs, 4), line).value();
    double slope = y.data[2] - y.data[1];
    assertThat(slope).isNotCloseTo(1, org.assertj.core.data.Offset.offset(1e-3));
    assertClose(y.data[3], y.data[1] + 3 * slope, 1e-12);
    assertClose(y.data[0], y.data[1] - 2 * slope, 1e-12);
    Matrix other = coupling.forward(Matrix.repeated(OBS.row(1), 4), line).value();
    assertThat(other.data[2] - other.data[1]).isNotEqualTo(slope);
  }

  @Test
  void logScale_anyNumber_staysWithinItsBoundAndHasTheRightSlope() {
    for (double raw : new double[] {-1e9, -30, -1, 0.3, 7, 1e9}) {
      assertThat(Math.abs(LogScale.TANH.of(raw))).isLessThanOrEqualTo(1);
      assertThat(Math.abs(LogScale.SOFT_CLIP.of(raw))).isLessThanOrEqualTo(Math.log(1000));
      for (LogScale scale : LogScale.values()) {
        double h = 1e-6 * Math.max(1, Math.abs(raw));
        double slope = (scale.of(raw + h) - scale.of(raw - h)) / (2 * h);
        assertClose(scale.slope(scale.of(raw)), slope, 1e-8);
      }
    }
    for (LogScale scale : LogScale.values()) {
      assertThat(scale.of(0)).isZero();
      assertThat(scale.slope(0)).isEqualTo(1);
    }
    assertClose(LogScale.SOFT_CLIP.of(1), 1 / (1 + 1 / Math.log(1000)), 1e-15);
  }

  @Test
  void coupling_otherDimension_isRefusedWithBoth() {
    assertThatThrownBy(() -> new Row(2, true, LogScale.TANH).coupling().inverse(OBS, OBS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a coupling of 2 dimensions was given 3");
  }
}
