package hydrangea.models.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PowerLawTest {
  @Test
  void through_pointsOfAPowerLaw_isThatLaw() {
    var law = PowerLaw.through(new double[] {100, 400, 2500}, new double[] {.3, .15, .06});
    assertThat(law.exponent()).isCloseTo(-.5, within(1e-12));
    assertThat(law.factor()).isCloseTo(3, within(1e-12));
    assertThat(law.at(900)).isCloseTo(.1, within(1e-12));
  }

  /** log y = 0, 1, 0 at log n = 0, 1, 2: the slope is 0, the level their mean. */
  @Test
  void through_pointsThatScatter_isLeastSquaresOfTheLogarithms() {
    double e = Math.E;
    var law = PowerLaw.through(new double[] {1, e, e * e}, new double[] {1, e, 1});
    assertThat(law.exponent()).isCloseTo(0, within(1e-12));
    assertThat(law.factor()).isCloseTo(Math.exp(1 / 3.0), within(1e-12));
  }
}
