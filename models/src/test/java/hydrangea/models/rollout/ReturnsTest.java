package hydrangea.models.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Box;
import hydrangea.envs.Environment;
import hydrangea.envs.Space;
import hydrangea.envs.Step;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReturnsTest {
  private static final Seeds SEEDS = new Seeds(51);
  private static final Behaviour STILL = (obs, step) -> new Matrix(obs.rows, 1);

  /**
   * Starts at a draw and has as many steps as its start says; rewards are its action plus 1. It
   * notes its starts and how often it was closed.
   */
  private static final class Walk implements Environment<double[]> {
    private final List<Double> starts;
    private final List<Walk> closed;

    Walk(List<Double> starts, List<Walk> closed) {
      this.starts = starts;
      this.closed = closed;
    }

    @Override
    public Box observationSpace() {
      return Box.symmetric(9, 9);
    }

    @Override
    public Space actionSpace() {
      return Box.symmetric(1);
    }

    @Override
    public double[] reset(RandomGenerator random) {
      double start = 1 + random.nextInt(9);
      starts.add(start);
      return new double[] {start, 0};
    }

    @Override
    public Step<double[]> step(double[] state, double[] action, RandomGenerator random) {
      double[] next = {state[0], state[1] + 1};
      boolean end = next[1] >= next[0];
      boolean even = state[0] % 2 == 0;
      return new Step<>(next, 1 + action[0], end && even, end && !even);
    }

    @Override
    public double[] observe(double[] state) {
      return state.clone();
    }

    @Override
    public Map<String, Double> outcome(double[] last) {
      return Map.of("even", last[0] % 2 == 0 ? 1.0 : 0.0);
    }

    @Override
    public void close() {
      closed.add(this);
    }
  }

  private static Returns played(Behaviour behaviour, int episodes, List<Double> starts) {
    return Returns.of(() -> new Walk(starts, new ArrayList<>()), behaviour, episodes, SEEDS);
  }

  /** The starts of the first episodes of every lane, by the rule of {@link Rollout}. */
  private static List<Double> expected(int episodes) {
    List<Double> starts = new ArrayList<>();
    int lanes = Math.min(10, episodes);
    for (int k = 0; k < episodes; k++) {
      starts.add(1.0 + SEEDS.at(k % lanes).at(k / lanes).generator().nextInt(9));
    }
    return starts;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 23})
  void of_anyNumberOfEpisodes_countsAsManyOfEveryLaneWhateverTheirLength(int episodes) {
    List<Double> starts = expected(episodes);
    double mean = starts.stream().mapToDouble(s -> s).average().orElseThrow();
    double variance = starts.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum() / episodes;
    double even = (double) starts.stream().filter(s -> s % 2 == 0).count() / episodes;

    Returns returns = played(STILL, episodes, new ArrayList<>());

    assertThat(returns.mean()).isCloseTo(mean, within(1e-12));
    assertThat(returns.length()).isCloseTo(mean, within(1e-12));
    assertThat(returns.std()).isCloseTo(Math.sqrt(variance), within(1e-6));
    assertThat(returns.outcome()).containsOnlyKeys("even");
    assertThat(returns.outcome().get("even")).isCloseTo(even, within(1e-12));
  }

  @Test
  void of_anotherPolicy_hasTheSameStarts() {
    List<Double> one = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    Returns still = played(STILL, 10, one);
    Returns busy = played((obs, step) -> Matrix.filled(obs.rows, 1, 0.5), 10, other);
    assertThat(other.subList(0, 10)).isEqualTo(one.subList(0, 10)).isEqualTo(expected(10));
    assertThat(busy.mean()).isCloseTo(1.5 * still.mean(), within(1e-12));
  }

  @Test
  void of_behaviour_isToldTheStepAndSeesTheObservations() {
    List<Long> steps = new ArrayList<>();
    played(
        (obs, step) -> {
          steps.add(step);
          for (int i = 0; i < obs.rows; i++) {
            assertThat(obs.at(i, 1)).isLessThan(obs.at(i, 0));
          }
          return new Matrix(obs.rows, 1);
        },
        4,
        new ArrayList<>());
    for (int t = 0; t < steps.size(); t++) {
      assertThat(steps.get(t)).isEqualTo(t);
    }
  }

  @Test
  void of_atItsEnd_hasClosedEveryEnvironment() {
    List<Walk> built = new ArrayList<>();
    List<Walk> closed = new ArrayList<>();
    Returns.of(
        () -> {
          built.add(new Walk(new ArrayList<>(), closed));
          return built.get(built.size() - 1);
        },
        STILL,
        23,
        SEEDS);
    assertThat(built).hasSize(10);
    assertThat(new HashSet<>(closed)).isEqualTo(new HashSet<>(built));
  }
}
