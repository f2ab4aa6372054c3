package hydrangea.models.planning;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.envs.StochasticCartPole.NoisePlace;
import org.junit.jupiter.api.Test;

final class CartPoleLengthsTest {
  @Test
  void noNoise_eitherModel_keepsThePoleUp() {
    assertThat(CartPoleLengths.mean(NoisePlace.NOWHERE, false, 3)).isGreaterThan(140);
    assertThat(CartPoleLengths.mean(NoisePlace.NOWHERE, true, 3)).isGreaterThan(170);
  }

  /** Random play keeps it up for about 20 steps without noise, and for fewer with it. */
  @Test
  void noise_learnedModel_losesThePoleMuchSooner() {
    assertThat(CartPoleLengths.mean(NoisePlace.IN_NEXT_STATE, false, 3)).isBetween(40., 90.);
    assertThat(CartPoleLengths.mean(NoisePlace.IN_ACTION, false, 3)).isGreaterThan(20);
  }
}
