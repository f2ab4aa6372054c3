package hydrangea.models.training;

import static hydrangea.models.training.LearnTrial.CART_POLE;
import static hydrangea.models.training.LearnTrial.PENDULUM;
import static hydrangea.models.training.LearnTrial.SAC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.envs.Discrete;
import hydrangea.models.actor.ActorSamples;
import hydrangea.models.ode.OdeSolver;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** What {@link Learn.Spec} refuses and checks before anything starts. */
final class LearnSpecTest {
  @Test
  void spec_discreteActionsUnderSac_areRefusedWithAReason() {
    assertThatThrownBy(() -> LearnTrial.of(CART_POLE, SAC, 40).spec())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "sac() needs continuous actions, but those of cartPole are discrete:"
                + " take pendulum, planarArm or lunarLander(continuous=true)");
  }

  @Test
  void spec_continuousActionsWhereDiscreteOnesAreNeeded_areRefusedWithAReason() {
    assertThatThrownBy(() -> LearnTrial.of(PENDULUM, new Witness(Discrete.class), 40).spec())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "witness() needs discrete actions, but those of pendulum are continuous:"
                + " take cartPole, lunarLander or planarArm(discrete=true)");
  }

  @Test
  void spec_actorWithoutScoredSamples_isRefusedWithAReason() {
    var velocity = ActorSamples.flowMatching(OdeSolver.RK4);
    assertThatThrownBy(() -> LearnTrial.of(PENDULUM, SAC, 40).with(velocity, 500).spec())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sac() needs scored samples (gaussian, flow, latent")
        .hasMessageContaining("flowMatching offers");
  }

  @Test
  void spec_replayThatNeverOutlastsTheWarmUp_isRefused() {
    assertThatThrownBy(() -> LearnTrial.of(PENDULUM, SAC, 40).with(500, 1, 1).spec())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replay must hold more than the warmUp of 500, was 500");
    assertThatThrownBy(
            () -> LearnTrial.of(PENDULUM, SAC, 40).with(ActorSamples.gaussian(true), 7).spec())
        .hasMessage("replay must be at least 8, was 7");
  }

  @Test
  void check_ofSoundParts_buildsThemOnceForAllSeeds() {
    var spec = LearnTrial.of(PENDULUM, SAC, 40).spec();
    var sound = new HashSet<Object>();
    spec.check(sound);
    spec.seeded(8).check(sound);
    assertThat(sound).hasSize(1);
    assertThat(spec.seeded(8).seed()).isEqualTo(8);
    assertThat(spec.brokenLaws()).isEmpty();
  }
}
