package hydrangea.models.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Queryable;
import hydrangea.envs.StochasticCartPole;
import hydrangea.envs.StochasticCartPole.NoisePlace;
import hydrangea.envs.noise.Noise;
import hydrangea.models.Seeds;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UniformActionsTest {
  private static final int DRAWS = 4000;

  @Test
  void choose_discreteActions_areBothEndsAlike() {
    double[] chosen = chosen(pole(false));
    assertThat(chosen).containsOnly(-1, 1);
    assertThat(IntStream.range(0, DRAWS).mapToDouble(i -> chosen[i]).average().orElseThrow())
        .isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
  }

  /** The mean square of a uniform number from -1 to 1 is a third. */
  @Test
  void choose_continuousActions_areUniform() {
    double[] chosen = chosen(pole(true));
    assertThat(IntStream.range(0, DRAWS).mapToDouble(i -> chosen[i] * chosen[i]).average())
        .hasValueCloseTo(1 / 3., within(5 * .298 / Math.sqrt(DRAWS)));
    assertThat(chosen).isEqualTo(chosen(pole(true)));
  }

  private static double[] chosen(Queryable<?> environment) {
    Planner planner = new UniformActions.Spec().build(environment);
    Dynamics dynamics = Dynamics.of(environment);
    return IntStream.range(0, DRAWS)
        .mapToDouble(i -> planner.choose(new double[4], dynamics, new Seeds(i)))
        .toArray();
  }

  private static Queryable<?> pole(boolean continuous) {
    return new StochasticCartPole.Spec(
            continuous, NoisePlace.NOWHERE, new Noise.NormalNoise(), .1, .4, 200)
        .queryable();
  }
}
