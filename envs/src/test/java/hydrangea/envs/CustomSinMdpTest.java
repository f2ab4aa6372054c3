package hydrangea.envs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.OnALine.State;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomSinMdpTest {
  private static final CustomSinMdp.Spec SPEC = new CustomSinMdp.Spec(4, 1.7, 10);
  private final CustomSinMdp mdp = new CustomSinMdp(SPEC);

  /** Of the reference file score_matching.json; the reward is that of the state before. */
  @ParameterizedTest
  @CsvSource({
    "-2, 0.001164758644902505",
    "-1.1780972450961724, 1.0000000000192404",
    "-.3, 0.008691659168585341",
    "0, 0.21392681652651438",
    "0.39269908169872414, 1.0000000000192404",
    "1, 0.025018391772284806",
  })
  void step_anyState_earnsTheReferenceReward(double s, double reward) {
    var step = mdp.step(new State(s), new double[] {1}, new SplittableRandom(1));

    assertThat(step.reward()).isCloseTo(reward, within(1e-14));
    assertThat(step.done()).isFalse();
  }

  /** The exact expected returns of the reference file; one episode has a std of about 1.2. */
  @Test
  void episode_constantActions_earnTheExactReturns() {
    assertThat(meanReturn(random -> 1)).isCloseTo(4.67035, within(.03));
    assertThat(meanReturn(random -> 0)).isCloseTo(1.89435, within(.03));
    assertThat(meanReturn(random -> random.nextInt(2))).isCloseTo(3.28008, within(.03));
  }

  private static double meanReturn(ToDoubleFunction<RandomGenerator> action) {
    int episodes = 40_000;
    var random = new SplittableRandom(5);
    var limited = SPEC.build();
    double sum = 0;
    for (int i = 0; i < episodes; i++) {
      var state = limited.reset(random);
      boolean done = false;
      while (!done) {
        var step = limited.step(state, new double[] {action.applyAsDouble(random)}, random);
        sum += step.reward();
        state = step.state();
        done = step.done();
      }
    }
    return sum / episodes;
  }

  @Test
  void reset_manyTimes_isUniform() {
    Draws.assertUniform(Draws.of(20_000, mdp::reset).stream().mapToDouble(State::s), -1, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1.7, Double.NaN})
  void spec_alphaNotPositive_isRefused(double alpha) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomSinMdp.Spec(4, alpha, 10))
        .withMessage("alpha must be positive and finite, but is " + alpha);
  }

  @Test
  void addStateAction_step_addsBothAndEndsBeyondTheThreshold() {
    var line = new AddStateAction.Spec(0, 10, 15).queryable();

    assertThat(line.step(line.at(2.5), line.action(-1), new SplittableRandom(1)).state().s())
        .isEqualTo(1.5);
    assertThat(line.step(line.at(9), line.action(1), new SplittableRandom(1)).done()).isFalse();
    assertThat(line.step(line.at(9.5), line.action(1), new SplittableRandom(1)).terminated())
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AddStateAction.Spec(0, .5, 15))
        .withMessage("threshold must be at least 1, where episodes start, but is 0.5");
  }

  @Test
  void addStateAction_manySteps_haveTheStdOfTheNoise() {
    var line = new AddStateAction.Spec(.1, 10, 15).queryable();
    var off =
        Draws.of(20_000, random -> line.step(line.at(0), line.action(1), random).state().s() - 1);

    double variance = off.stream().mapToDouble(e -> e * e).average().orElseThrow();
    assertThat(variance).isCloseTo(.01, within(4 * .01 * Math.sqrt(2.0 / 20_000)));
  }
}
