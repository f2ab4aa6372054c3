package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.PENDULUM_V1;
import static hydrangea.envs.GymnasiumSpecs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Pendulum.State;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PendulumTest {
  private final Pendulum pendulum = new Pendulum(PENDULUM_V1);

  @Test
  void step_hangingStill_costsPiSquaredAndStays() {
    Step<State> step = step(pendulum, new State(Math.PI, 0), 0);

    assertThat(step.reward()).isCloseTo(-Math.PI * Math.PI, within(1e-14));
    assertThat(step.state().theta()).isCloseTo(Math.PI, within(1e-15));
    assertThat(step.state().thetaDot()).isCloseTo(0, within(1e-15));
    assertThat(step.done()).isFalse();
  }

  @Test
  void step_worstStateAndTorque_costsGymnasiumsBound() {
    assertThat(step(pendulum, new State(-Math.PI, 8), 2).reward())
        .isCloseTo(-16.2736044, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5",
    "4, -2.2831853071795862",
    "-4, 2.2831853071795862",
    "13, 0.4336293856408"
  })
  void step_angleOfAnyTurn_costsItsWrappedSquare(double theta, double wrapped) {
    assertThat(step(pendulum, new State(theta, 0), 0).reward())
        .isCloseTo(-wrapped * wrapped, within(1e-12));
  }

  /** By hand: 3 9.81 / (2 .5) + 3 / (2 .25) = 29.43 + 6, times dt .1. */
  @Test
  void step_otherConstants_followTheFormula() {
    Pendulum other = new Pendulum(new Pendulum.Spec(9.81, 2, .5, .1, 8, 2, Math.PI, 1, 200));

    State next = step(other, new State(Math.PI / 2, 1), 1).state();

    assertThat(next.thetaDot()).isCloseTo(1 + 3.543, within(1e-12));
    assertThat(next.theta()).isCloseTo(Math.PI / 2 + .4543, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"7.9, 2, 8", "-7.9, -2, -8"})
  void step_atTheSpeedLimit_isClipped(double thetaDot, double torque, double expected) {
    double theta = Math.copySign(Math.PI / 2, thetaDot);

    assertThat(step(pendulum, new State(theta, thetaDot), torque).state().thetaDot())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.0000001, 1e9, Double.POSITIVE_INFINITY})
  void step_torqueBeyondTheLimit_isClipped(double torque) {
    State state = new State(1, .5);

    assertThat(step(pendulum, state, torque)).isEqualTo(step(pendulum, state, 2));
    assertThat(step(pendulum, state, -torque)).isEqualTo(step(pendulum, state, -2));
  }

  @Test
  void step_noAction_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(pendulum, new State(0, 0), Double.NaN))
        .withMessage("[NaN] is no point of Box[low=[-2.0], high=[2.0]]: entry 0 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(pendulum, new State(0, 0), 1, 2))
        .withMessage("[1.0, 2.0] has 2 entries, but Box[low=[-2.0], high=[2.0]] takes 1");
  }

  @Test
  void spaces_v1_areGymnasiums() {
    assertThat(pendulum.actionSpace()).isEqualTo(new Box(List.of(-2.0), List.of(2.0)));
    assertThat(pendulum.observationSpace())
        .isEqualTo(new Box(List.of(-1.0, -1.0, -8.0), List.of(1.0, 1.0, 8.0)));
  }

  @Test
  void reset_manyTimes_isUniformOverItsRange() {
    List<State> starts = Draws.of(20_000, pendulum::reset);

    Draws.assertUniform(starts.stream().mapToDouble(State::theta), -Math.PI, Math.PI);
    Draws.assertUniform(starts.stream().mapToDouble(State::thetaDot), -1, 1);
  }

  @Test
  void reset_rangeOfZero_startsUpright() {
    Pendulum still =
        new Pendulum(with(with(PENDULUM_V1, "maxInitialTheta", 0.0), "maxInitialThetaDot", 0.0));

    State start = still.reset(new SplittableRandom(1));

    assertThat(DoubleStream.of(start.theta(), start.thetaDot()).map(Math::abs).sum()).isZero();
  }

  /** Gymnasium's random play, 200 episodes: -1240, standard deviation 297. */
  @Test
  void return_ofRandomPlay_matchesGymnasiums() {
    double mean = Draws.meanReturnOfRandomPlay(PENDULUM_V1.build(), 1_000);

    assertThat(mean).isCloseTo(-1240, within(3 * 297 * Math.sqrt(1 / 200. + 1 / 1_000.)));
  }

  @ParameterizedTest
  @CsvSource({
    "g, NaN, 'g must be finite, but is NaN'",
    "m, 0, 'm must be positive and finite, but is 0.0'",
    "l, -1, 'l must be positive and finite, but is -1.0'",
    "dt, 0, 'dt must be positive and finite, but is 0.0'",
    "maxSpeed, Infinity, 'maxSpeed must be positive and finite, but is Infinity'",
    "maxTorque, NaN, 'maxTorque must be positive and finite, but is NaN'",
    "maxInitialTheta, -1, 'maxInitialTheta must be finite and not negative, but is -1.0'",
    "maxInitialThetaDot, NaN, 'maxInitialThetaDot must be finite and not negative, but is NaN'",
    "maxInitialThetaDot, 9, 'maxInitialThetaDot must be at most maxSpeed, but is 9.0 with maxSpeed 8.0'",
  })
  void spec_impossibleValue_isRefusedByName(String component, double value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(PENDULUM_V1, component, value))
        .withMessage(message);
  }

  private static Step<State> step(Pendulum pendulum, State state, double... action) {
    return pendulum.step(state, action, new SplittableRandom(0));
  }
}
