package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
  private static final double STEP = 1e-5;
  private static final double[] POINTS = {-7, -2.5, -1, -0.3, -0.01, 0.02, 0.4, 1.1, 3, 8};

  @ParameterizedTest
  @EnumSource
  void derivative_everywhere_isTheSlopeOfTheValue(Activation activation) {
    for (double x : POINTS) {
      double slope = (activation.value(x + STEP) - activation.value(x - STEP)) / (2 * STEP);
      assertThat(activation.derivative(x)).isCloseTo(slope, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void second_everywhere_isTheSlopeOfTheDerivative(Activation activation) {
    for (double x : POINTS) {
      double slope =
          (activation.derivative(x + STEP) - activation.derivative(x - STEP)) / (2 * STEP);
      assertThat(activation.second(x)).isCloseTo(slope, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void activation_farOut_isFlatOrLinear(Activation activation) {
    double top = activation == Activation.TANH ? 1 : 1000;
    assertThat(activation.value(1000)).isEqualTo(top);
    assertThat(activation.value(-1000)).isCloseTo(top == 1 ? -1 : 0, within(1e-300));
    assertThat(activation.derivative(1000)).isEqualTo(top == 1 ? 0 : 1);
    assertThat(activation.derivative(-1000)).isCloseTo(0, within(1e-300));
    assertThat(activation.second(1000)).isCloseTo(0, within(1e-300));
    assertThat(activation.second(-1000)).isCloseTo(0, within(1e-300));
  }

  /** tanh(log(1 + e)) = ((1 + e)^2 - 1) / ((1 + e)^2 + 1). */
  @Test
  void mish_atOne_equalsItsClosedForm() {
    double square = (1 + Math.E) * (1 + Math.E);
    assertThat(Activation.MISH.value(1)).isCloseTo((square - 1) / (square + 1), within(1e-15));
  }
}
