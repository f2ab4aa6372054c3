package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.CART_POLE_V1;
import static hydrangea.envs.StochasticCartPole.NoisePlace.IN_ACTION;
import static hydrangea.envs.StochasticCartPole.NoisePlace.IN_NEXT_STATE;
import static hydrangea.envs.StochasticCartPole.NoisePlace.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.CartPole.State;
import hydrangea.envs.StochasticCartPole.NoisePlace;
import hydrangea.envs.noise.Noise;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StochasticCartPoleTest {
  private static final int COUNT = 40_000;
  private static final State STATE = new State(.3, -.2, .1, .4);
  private static final State NEXT =
      new CartPole(CART_POLE_V1).step(STATE, new double[] {1}, new SplittableRandom(1)).state();
  private static final double[] STD = spec(NOWHERE, new Noise.NormalNoise()).std();

  private static StochasticCartPole.Spec spec(NoisePlace place, Noise noise) {
    return new StochasticCartPole.Spec(true, place, noise, .1, .4, 200);
  }

  /** From the reference: 2.4, tau F / M, 12 degrees, tau g / l. */
  @Test
  void std_scaleOneTenth_isATenthOfTheReferences() {
    assertThat(STD).containsExactly(new double[] {.24, .01818, .02094, .0392}, within(1e-5));
  }

  @Test
  void step_withoutNoise_isTheCartPoles() {
    assertThat(steps(spec(NOWHERE, new Noise.NormalNoise()), 1)).allMatch(NEXT::equals);
  }

  @Test
  void step_halfAPush_isBetweenBoth() {
    var environment = spec(NOWHERE, new Noise.NormalNoise()).queryable();
    State rest =
        environment.step(new State(0, 0, 0, 0), new double[] {.5}, new SplittableRandom(1)).state();

    assertThat(rest.xDot()).isCloseTo(4.0 / 41, within(1e-15));
  }

  @Test
  void step_normalNoise_hasItsStdInEveryCoordinate() {
    var steps = steps(spec(IN_NEXT_STATE, new Noise.NormalNoise()), COUNT);

    assertMoments(steps, State::x, NEXT.x(), STD[0]);
    assertMoments(steps, State::xDot, NEXT.xDot(), STD[1]);
    assertMoments(steps, State::theta, NEXT.theta(), STD[2]);
    assertMoments(steps, State::thetaDot, NEXT.thetaDot(), STD[3]);
  }

  @Test
  void step_exponentialOrMixtureNoise_movesTheCartAlone() {
    var exponential = steps(spec(IN_NEXT_STATE, new Noise.ExponentialNoise()), COUNT);
    var mixture = steps(spec(IN_NEXT_STATE, new Noise.MixtureNoise(3)), COUNT);

    assertMoments(exponential, State::x, NEXT.x() + STD[0], STD[0]);
    assertThat(exponential).allMatch(next -> next.x() >= NEXT.x());
    // half at 0, half at 3: mean 1.5, variance 1 + 2.25
    assertMoments(mixture, State::x, NEXT.x() + 1.5 * STD[0], STD[0] * Math.sqrt(3.25));
    assertThat(mixture).allMatch(next -> next.theta() == NEXT.theta());
  }

  /** Its std is near 1 whatever the scale: see the mean of psi at v = s_1 + .. + s_4 + a = 1.6. */
  @Test
  void step_customSinNoise_tiltsBySineOfTheStdItself() {
    var steps = steps(spec(IN_NEXT_STATE, new Noise.CustomSinNoise(2)), COUNT);

    double sine =
        steps.stream()
            .mapToDouble(next -> Math.sin((next.theta() - NEXT.theta()) / STD[2]))
            .average()
            .orElseThrow();
    // For a base so wide: E sin = I_1(v) / I_0(v), .6249 at 1.6
    assertThat(sine).isCloseTo(.6249, within(.01));
    assertMoments(steps, State::theta, NEXT.theta(), 1);
  }

  @Test
  void step_noiseInTheAction_turnsTheForceRoundAtItsRate() {
    var steps = steps(spec(IN_ACTION, new Noise.MixtureNoise(0)), COUNT);

    double turned =
        steps.stream().filter(next -> next.xDot() < STATE.xDot()).count() / (double) COUNT;
    assertThat(turned).isCloseTo(.4, within(4 * Math.sqrt(.24 / COUNT)));
  }

  @Test
  void step_fromATerminalState_isRefusedAndAQueryIsNot() {
    var environment = spec(IN_NEXT_STATE, new Noise.NormalNoise()).queryable();
    State over = new State(2.5, 0, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment.step(over, new double[] {1}, new SplittableRandom(1)))
        .withMessageEndingWith("is terminal: reset before the next step");

    Query one = new Query(1, 4);
    one.states[0] = 9;
    environment.query(one, new SplittableRandom(1));
    assertThat(one.ended).containsExactly(true);
    assertThat(one.rewards).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -.1, Double.NaN})
  void spec_scaleNotPositive_isRefused(double scale) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StochasticCartPole.Spec(true, NOWHERE, new Noise.NormalNoise(), scale, .4, 200))
        .withMessage("noiseScale must be positive and finite, but is " + scale);
  }

  @Test
  void spec_otherBadValues_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new StochasticCartPole.Spec(true, NOWHERE, new Noise.NormalNoise(), .1, 1.4, 200))
        .withMessage("flipProbability must be from 0 to 1, but is 1.4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Noise.CustomSinNoise(0))
        .withMessage("alpha must be positive and finite, but is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Noise.MixtureNoise(Double.NaN))
        .withMessage("width must be finite, but is NaN");
  }

  private static List<State> steps(StochasticCartPole.Spec spec, int count) {
    var environment = spec.queryable();
    return Draws.of(count, random -> environment.step(STATE, new double[] {1}, random).state());
  }

  private static void assertMoments(
      List<State> steps, ToDoubleFunction<State> coordinate, double mean, double std) {
    double[] off = steps.stream().mapToDouble(s -> coordinate.applyAsDouble(s) - mean).toArray();
    double sum = 0;
    double squares = 0;
    for (double each : off) {
      sum += each;
      squares += each * each;
    }
    assertThat(sum / off.length).isCloseTo(0, within(4 * std / Math.sqrt(off.length)));
    assertThat(Math.sqrt(squares / off.length)).isCloseTo(std, within(.03 * std));
  }
}
