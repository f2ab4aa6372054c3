package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The double arithmetic against finite differences, and one network by hand. */
class JavaMlpTest {
  private static final Seeds SEEDS = new Seeds(11);
  private static final double STEP = 1e-5;

  /** f(x) = 3 tanh(2 x - 1) + .5 at x = 1: 3 tanh(1) + .5, with slope 6 (1 - tanh(1)^2). */
  @Test
  void apply_oneUnit_equalsTheHandComputation() {
    var shape = new Mlp(1, List.of(1), 1, Activation.TANH);
    var weights = new Weights(6);
    float[] values = {9, 2, -1, 3, 0.5f, 9};
    System.arraycopy(values, 0, weights.edit(), 0, 6);
    var network = new JavaMlp(shape, weights, 1);
    var pass = network.tangent(Matrix.column(1), Matrix.column(1));
    double y = Math.tanh(1);
    assertThat(network.apply(Matrix.column(1)).at(0, 0)).isCloseTo(3 * y + 0.5, within(1e-15));
    assertThat(pass.value().at(0, 0)).isCloseTo(3 * y + 0.5, within(1e-15));
    assertThat(pass.tangent().at(0, 0)).isCloseTo(6 * (1 - y * y), within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void tangent_ofEachActivation_isTheDifferenceQuotient(Activation activation) {
    var law = new Law(activation, 3);
    var tangent = law.pass(law.parameters, law.x).tangent();
    for (int k = 0; k < 3; k++) {
      var forth = law.pass(law.parameters, law.moved(k, STEP)).value();
      var back = law.pass(law.parameters, law.moved(k, -STEP)).value();
      for (int i = 0; i < forth.data.length; i++) {
        double slope = (forth.data[i] - back.data[i]) / (2 * STEP);
        assertThat(tangent.data[k * forth.data.length + i]).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradients_ofValueAndTangents_equalFiniteDifferences(Activation activation) {
    var law = new Law(activation, 3);
    var gradient = new double[law.parameters.length];
    var dInput = law.pass(law.parameters, law.x).backward(law.dValue, law.dTangent, gradient);
    assertSlope(dInput.data, law.x.data, x -> law.scalar(law.parameters, x));
    assertSlope(gradient, law.parameters, parameters -> law.scalar(parameters, law.x.data));
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void gradients_ofTheValueAlone_equalFiniteDifferences(int directions) {
    var law = new Law(Activation.GELU, directions);
    var gradient = new double[law.parameters.length];
    var dInput = law.pass(law.parameters, law.x).backward(law.dValue, new Matrix(0, 2), gradient);
    assertSlope(dInput.data, law.x.data, x -> law.value(law.parameters, x));
    assertSlope(gradient, law.parameters, parameters -> law.value(parameters, law.x.data));
  }

  private static void assertSlope(
      double[] gradient, double[] at, ToDoubleFunction<double[]> function) {
    for (int i = 0; i < at.length; i++) {
      var moved = at.clone();
      moved[i] = at[i] + STEP;
      double forth = function.applyAsDouble(moved);
      moved[i] = at[i] - STEP;
      double back = function.applyAsDouble(moved);
      assertThat(gradient[i]).isCloseTo((forth - back) / (2 * STEP), within(1e-7));
    }
  }

  /** A small network and the scalar (value, dValue) + (tangent, dTangent). */
  private static final class Law {
    final Mlp shape;
    final double[] parameters;
    final Matrix x = SEEDS.at("x").normal(4, 3);
    final Matrix directions;
    final Matrix dValue = SEEDS.at("dValue").normal(4, 2);
    final Matrix dTangent;

    Law(Activation activation, int directions) {
      shape = new Mlp(3, List.of(6, 5), 2, activation);
      parameters = SEEDS.at("parameters").normal(1, shape.size()).data;
      this.directions = SEEDS.at("directions").normal(4 * directions, 3);
      dTangent = SEEDS.at("dTangent").normal(4 * directions, 2);
    }

    DoublePass pass(double[] parameters, Matrix x) {
      return new DoublePass(shape, parameters, x, directions);
    }

    /** x moved along direction k. */
    Matrix moved(int k, double step) {
      var moved = new Matrix(x.rows, x.columns);
      for (int i = 0; i < moved.data.length; i++) {
        moved.data[i] = x.data[i] + step * directions.data[k * moved.data.length + i];
      }
      return moved;
    }

    double value(double[] parameters, double[] x) {
      return dot(pass(parameters, new Matrix(4, 3, x)).value(), dValue);
    }

    double scalar(double[] parameters, double[] x) {
      var pass = pass(parameters, new Matrix(4, 3, x));
      return dot(pass.value(), dValue) + dot(pass.tangent(), dTangent);
    }

    private static double dot(Matrix a, Matrix b) {
      double sum = 0;
      for (int i = 0; i < a.data.length; i++) {
        sum += a.data[i] * b.data[i];
      }
      return sum;
    }
  }
}
