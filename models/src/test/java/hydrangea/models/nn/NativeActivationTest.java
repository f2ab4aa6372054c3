package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import hydrangea.models.Matrix;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Zero and far out included, where formulas turn into 0 / 0 or overflow. */
class NativeActivationTest {
  private static final Matrix POINTS =
      Matrix.column(-1000, -90, -30, -8, -3, -1, -0.1, -1e-6, 0, 1e-6, 0.1, 1, 3, 8, 30, 90, 1000);

  @ParameterizedTest
  @EnumSource
  void native_valueAndDerivatives_equalDoubles(Activation activation) {
    try (var memory = NativeMemory.temporary()) {
      var z = memory.in(POINTS);
      var bend = NativeActivation.bend(activation, z);
      assertClose(NativeActivation.value(activation, z), activation::value);
      assertClose(bend.value(), activation::value);
      assertClose(bend.slope(), activation::derivative);
      assertClose(NativeActivation.second(activation, z), activation::second);
    }
  }

  /** 2e-6 is GELU_TANH's second derivative at 3, where terms of size 10 cancel. */
  private static void assertClose(NDArray actual, DoubleUnaryOperator expected) {
    var values = NativeMemory.out(actual, POINTS.rows, 1);
    for (int i = 0; i < POINTS.rows; i++) {
      double value = expected.applyAsDouble(POINTS.data[i]);
      assertThat(values.data[i])
          .describedAs("at %s", POINTS.data[i])
          .isCloseTo(value, within(2e-6 * Math.max(1, Math.abs(value))));
    }
  }
}
