package hydrangea.models.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FeaturesTest {
  private static final double[] STATES = {1, 2, 3, 4};
  private static final double[] PUSHES = {-1, 1};

  @Test
  void identity_twoStates_joinsTheAction() {
    assertThat(phi(new Features.IdentityFeatures())).containsExactly(1, 2, -1, 3, 4, 1);
  }

  @Test
  void constant_anyState_isTheValue() {
    assertThat(phi(new Features.ConstantFeatures(2.5))).containsExactly(2.5, 2.5);
  }

  @Test
  void frozenNetwork_anyState_hasLengthOneAndKeepsItsWeights() {
    double[] phi = phi(new FrozenNetwork(List.of(16), 3, 7));

    assertThat(phi[0] * phi[0] + phi[1] * phi[1] + phi[2] * phi[2]).isCloseTo(1, within(1e-12));
    assertThat(phi(new FrozenNetwork(List.of(16), 3, 7))).isEqualTo(phi);
    assertThat(phi(new FrozenNetwork(List.of(16), 3, 8))).isNotEqualTo(phi);
    assertThat(new double[] {phi[3], phi[4], phi[5]})
        .isNotEqualTo(new double[] {phi[0], phi[1], phi[2]});
  }

  @Test
  void spec_badValues_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Features.ConstantFeatures(0))
        .withMessage("value must be finite and not 0, which no weight could scale, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrozenNetwork(List.of(0), 3, 7))
        .withMessage("hidden must hold widths of at least 1, was [0]");
  }

  @Test
  void transitionFamily_stateOutsideASupport_isRefused() {
    var family = TransitionFamily.of(new Beta(), 2, new Features.IdentityFeatures());

    assertThat(family.statistics()).isEqualTo(4);
    assertThat(family.rows()).containsExactly(0, 2, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> family.requireSupport(new double[] {.5, 1.5}))
        .withMessage(
            "coordinate 1 of a next state is 1.5, outside the support [0.0, 1.0] of beta:"
                + " widen it or take another family");
  }

  private static double[] phi(Features features) {
    Features.Map map = features.build(2);
    var phi = new double[2 * map.width()];
    map.put(STATES, PUSHES, 2, phi);
    return phi;
  }
}
