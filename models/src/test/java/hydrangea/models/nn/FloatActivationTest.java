package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloatActivationTest {
  /** A fine grid, and far out, where formulas turn into 0 / 0 or overflow. */
  private static final float[] POINTS =
      floats(
          DoubleStream.concat(
              DoubleStream.iterate(-20, x -> x <= 20, x -> x + 1.0 / 512),
              DoubleStream.of(-3e38, -1e10, -1000, -90, -1e-6, 1e-30, 1e-6, 90, 1000, 1e10, 3e38)));

  private final float[] value = new float[POINTS.length];
  private final float[] slope = new float[POINTS.length];
  private final float[] bow = new float[POINTS.length];

  @ParameterizedTest
  @EnumSource
  void bend_anywhere_equalsDoubles(Activation activation) {
    FloatActivation.of(activation).bend(POINTS, value, slope);
    assertClose(value, activation::value, 2e-7);
    assertClose(slope, activation::derivative, 1e-6);
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "TANH"})
  void back_fromTheValueAlone_isTimesTheSlope(Activation activation) {
    var kind = FloatActivation.of(activation);
    kind.bend(POINTS, value, slope);
    var d = new float[POINTS.length];
    Arrays.fill(d, 3);
    kind.value(POINTS, slope);
    assertThat(slope).isEqualTo(value);
    kind.back(value, d);
    assertThat(kind.valueTellsSlope()).isTrue();
    assertClose(d, x -> 3 * activation.derivative(x), 3e-6);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"RELU", "TANH"},
      mode = EnumSource.Mode.EXCLUDE)
  void back_ofSeveralSlopesAtOneValue_isRefused(Activation activation) {
    var kind = FloatActivation.of(activation);
    assertThat(kind.valueTellsSlope()).isFalse();
    assertThatThrownBy(() -> kind.back(value, slope))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(activation + " has several slopes at one value");
    assertThatThrownBy(() -> kind.value(value, slope))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** 1e-5 is GELU_TANH's: about -5 the gate's last place is multiplied by 5 times 5 squared. */
  @ParameterizedTest
  @EnumSource
  void second_anywhere_equalsDoubles(Activation activation) {
    FloatActivation.of(activation).second(POINTS, bow);
    assertClose(bow, x -> Math.abs(x) < 100 ? activation.second(x) : 0, 1e-5);
  }

  /** A diverged network must show. */
  @ParameterizedTest
  @EnumSource
  void bend_ofNoNumber_isNone(Activation activation) {
    var nan = new float[] {Float.NaN};
    FloatActivation.of(activation).bend(nan, value, slope);
    assertThat(value[0]).isNaN();
    assertThat(slope[0]).isNaN();
  }

  private static void assertClose(float[] actual, DoubleUnaryOperator expected, double tolerance) {
    for (int i = 0; i < POINTS.length; i++) {
      double value = expected.applyAsDouble(POINTS[i]);
      assertThat((double) actual[i])
          .describedAs("at %s", POINTS[i])
          .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(POINTS[i]))));
    }
  }

  private static float[] floats(DoubleStream numbers) {
    var doubles = numbers.toArray();
    var floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }
}
