package hydrangea.envs;

import static hydrangea.envs.CartPole.KinematicsIntegrator.SEMI_IMPLICIT_EULER;
import static hydrangea.envs.GymnasiumSpecs.CART_POLE_V1;
import static hydrangea.envs.GymnasiumSpecs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.CartPole.State;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CartPoleTest {
  private static final State UPRIGHT = new State(0, 0, 0, 0);
  private final CartPole cartPole = new CartPole(CART_POLE_V1);

  /** Closed form at rest: x'' = 400/41, theta'' = -600/41, tau = 1/50. */
  @Test
  void step_pushFromRest_acceleratesAsComputedByHand() {
    State next = step(cartPole, UPRIGHT, 1).state();

    assertThat(next.x()).isZero();
    assertThat(next.xDot()).isCloseTo(8.0 / 41, within(1e-15));
    assertThat(next.theta()).isZero();
    assertThat(next.thetaDot()).isCloseTo(-12.0 / 41, within(1e-15));
  }

  @Test
  void step_semiImplicit_movesWithTheNewVelocity() {
    CartPole semiImplicit =
        new CartPole(with(CART_POLE_V1, "kinematicsIntegrator", SEMI_IMPLICIT_EULER));

    State next = step(semiImplicit, UPRIGHT, 1).state();

    assertThat(next.x()).isCloseTo(8.0 / 41 / 50, within(1e-16));
    assertThat(next.xDot()).isCloseTo(8.0 / 41, within(1e-15));
    assertThat(next.theta()).isCloseTo(-12.0 / 41 / 50, within(1e-16));
    assertThat(next.thetaDot()).isCloseTo(-12.0 / 41, within(1e-15));
  }

  @Test
  void step_mirrored_mirrorsTheOutcome() {
    State right = step(cartPole, new State(.3, -.2, .1, .4), 1).state();
    State left = step(cartPole, new State(-.3, .2, -.1, -.4), 0).state();

    assertThat(left)
        .isEqualTo(new State(-right.x(), -right.xDot(), -right.theta(), -right.thetaDot()));
  }

  /** By hand, level pole (cos 0): theta'' = g / (4/3 l), x'' = (F + m l theta'^2) / M. */
  @Test
  void step_otherConstants_followTheFormula() {
    CartPole other =
        new CartPole(
            new CartPole.Spec(
                8, 3, 1, 1.5, 4, .1, SEMI_IMPLICIT_EULER, 2, 5, false, -.05, .05, 500));

    State next = step(other, new State(0, 0, Math.PI / 2, 2), 1).state();

    assertThat(next.thetaDot()).isCloseTo(2 + .4, within(1e-12));
    assertThat(next.theta()).isCloseTo(Math.PI / 2 + .24, within(1e-12));
    assertThat(next.xDot()).isCloseTo(.25, within(1e-12));
    assertThat(next.x()).isCloseTo(.025, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "2.39, 1, 0, 0, true",
    "-2.39, -1, 0, 0, true",
    "0, 0, .2, 1, true",
    "0, 0, -.2, -1, true",
    "2.39, -1, .2, -1, false",
  })
  void step_acrossAThreshold_terminates(
      double x, double xDot, double theta, double thetaDot, boolean terminated) {
    Step<State> step = step(cartPole, new State(x, xDot, theta, thetaDot), 1);

    assertThat(step.terminated()).isEqualTo(terminated);
    assertThat(step.truncated()).isFalse();
    assertThat(step.reward()).isEqualTo(1);
    assertThat(cartPole.observationSpace().contains(cartPole.observe(step.state()))).isTrue();
  }

  @Test
  void step_suttonBartoReward_isMinusOneAtTheEndOnly() {
    CartPole suttonBarto = new CartPole(with(CART_POLE_V1, "suttonBartoReward", true));

    assertThat(step(suttonBarto, UPRIGHT, 1).reward()).isZero();
    assertThat(step(suttonBarto, new State(2.39, 1, 0, 0), 1).reward()).isEqualTo(-1);
  }

  @Test
  void step_fromATerminalState_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(cartPole, new State(2.5, 0, 0, 0), 1))
        .withMessage(
            "State[x=2.5, xDot=0.0, theta=0.0, thetaDot=0.0] is terminal:"
                + " reset before the next step");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 2, .5, Double.NaN})
  void step_noAction_isRefused(double action) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(cartPole, UPRIGHT, action))
        .withMessage(
            "[%s] is no point of Discrete[n=2]: expected one whole number from 0 to 1", action);
  }

  @Test
  void spaces_v1_areGymnasiums() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(cartPole.actionSpace()).isEqualTo(new Discrete(2));
    // Gymnasium's bounds are float32: 4.8 and 0.41887903.
    assertThat(cartPole.observationSpace())
        .isEqualTo(
            new Box(
                List.of(-(double) 4.8f, -infinity, -(double) 0.41887903f, -infinity),
                List.of((double) 4.8f, infinity, (double) 0.41887903f, infinity)));
  }

  @Test
  void reset_manyTimes_isUniformOverItsRange() {
    List<State> starts = Draws.of(20_000, cartPole::reset);

    Draws.assertUniform(starts.stream().mapToDouble(State::x), -.05, .05);
    Draws.assertUniform(starts.stream().mapToDouble(State::xDot), -.05, .05);
    Draws.assertUniform(starts.stream().mapToDouble(State::theta), -.05, .05);
    Draws.assertUniform(starts.stream().mapToDouble(State::thetaDot), -.05, .05);
  }

  /** Gymnasium's random play, 500 episodes: 22.8, standard deviation 12.6. */
  @Test
  void return_ofRandomPlay_matchesGymnasiums() {
    double mean = Draws.meanReturnOfRandomPlay(CART_POLE_V1.build(), 10_000);

    assertThat(mean).isCloseTo(22.8, within(3 * 12.6 * Math.sqrt(1 / 500. + 1 / 10_000.)));
  }

  @ParameterizedTest
  @CsvSource({
    "gravity, Infinity, 'gravity must be finite, but is Infinity'",
    "massCart, 0, 'massCart must be positive and finite, but is 0.0'",
    "massPole, -1, 'massPole must be positive and finite, but is -1.0'",
    "length, 0, 'length must be positive and finite, but is 0.0'",
    "forceMag, NaN, 'forceMag must be positive and finite, but is NaN'",
    "tau, 0, 'tau must be positive and finite, but is 0.0'",
    "thetaThresholdRadians, 0, 'thetaThresholdRadians must be positive and finite, but is 0.0'",
    "xThreshold, -2, 'xThreshold must be positive and finite, but is -2.0'",
  })
  void spec_impossibleConstant_isRefusedByName(String component, double value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(CART_POLE_V1, component, value))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"initialLow, .1", "initialLow, -.3", "initialHigh, .3", "initialHigh, NaN"})
  void spec_startOutOfOrderOrBeyondAThreshold_isRefused(String component, double value) {
    String limits = component.equals("initialLow") ? value + " and 0.05" : "-0.05 and " + value;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(CART_POLE_V1, component, value))
        .withMessage(
            "initialLow and initialHigh must be ordered and within both thresholds, "
                + "-0.20943951023931953 to 0.20943951023931953, but are "
                + limits);
  }

  private static Step<State> step(CartPole cartPole, State state, double action) {
    return cartPole.step(state, new double[] {action}, new SplittableRandom(0));
  }
}
