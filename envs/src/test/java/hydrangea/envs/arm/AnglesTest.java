package hydrangea.envs.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnglesTest {
  @ParameterizedTest
  @ValueSource(doubles = {3.2, -3.2, 6.3, -6.3, 9.5, -9.5, 12.6, 100, -100, 1e6, -1e6})
  void wrap_beyondHalfATurn_isTheSameDirectionWithin(double angle) {
    double wrapped = Angles.wrap(angle);

    assertThat(wrapped).isBetween(-Math.PI, Math.PI);
    assertThat(Math.cos(wrapped)).isCloseTo(Math.cos(angle), within(1e-9));
    assertThat(Math.sin(wrapped)).isCloseTo(Math.sin(angle), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-Math.PI, -1, -1e-300, 0, .1, 3.14})
  void wrap_within_changesNothing(double angle) {
    assertThat(Angles.wrap(angle)).isEqualTo(angle);
  }

  @Test
  void wrap_halfATurn_isItsNegative() {
    assertThat(Angles.wrap(Math.PI)).isEqualTo(-Math.PI);
    assertThat(Angles.wrap(3 * Math.PI)).isEqualTo(-Math.PI);
  }

  @Test
  void cumulatedDifferences_are_theAngles() {
    Angles angles = Angles.of(2, 3, -1);

    assertThat(angles.cumulated()).isEqualTo(Angles.of(2, 5, 4));
    Angles back = angles.cumulated().differences();
    for (int i = 0; i < 3; i++) {
      assertThat(back.get(i)).isCloseTo(angles.get(i), within(1e-15));
    }
  }

  @Test
  void with_oneAngle_leavesTheRestAndTheOriginal() {
    Angles angles = Angles.of(1, 2);

    assertThat(angles.with(1, 4))
        .isEqualTo(Angles.of(1, 4))
        .hasToString("[1.0, " + (4 - 2 * Math.PI) + "]");
    assertThat(angles).isEqualTo(Angles.of(1, 2)).isNotEqualTo(Angles.of(1, 2, 0));
  }
}
