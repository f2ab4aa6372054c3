package hydrangea.envs;

import hydrangea.envs.picture.Renderer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A point on the line that goes where it is pushed, a = -1 or 1: {@code s' = s + a + N(0, std^2)}.
 * Starts are uniform on (-1, 1). Terminates beyond the threshold; the reward is 1 a step, and for a
 * planner 0 if that step terminates.
 *
 * <p>Source: the linear system in the code of Li et al. 2022, arXiv 2112.14195; the reward is the
 * cart-pole's.
 */
public final class AddStateAction implements OnALine {
  private final Spec spec;

  public AddStateAction(Spec spec) {
    this.spec = spec;
  }

  /**
   * The noise, and where the line ends.
   *
   * @param std of the noise
   * @param threshold at least 1: where episodes start
   */
  public record Spec(double std, double threshold, int maxEpisodeSteps)
      implements EnvSpec, Queryable.Spec {
    public Spec {
      Require.notNegative("std", std);
      Require.positive("threshold", threshold);
      if (threshold < 1) {
        throw new IllegalArgumentException(
            "threshold must be at least 1, where episodes start, but is " + threshold);
      }
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
    }

    @Override
    public AddStateAction queryable() {
      return new AddStateAction(this);
    }

    @Override
    public TimeLimit<State> build() {
      return new TimeLimit<>(queryable(), maxEpisodeSteps);
    }
  }

  @Override
  public Step<State> step(State state, double[] action, RandomGenerator random) {
    double next = next(state.s(), Pushes.ENDS.of(action), random);
    return new Step<>(new State(next), 1, isTerminal(next), false);
  }

  private double next(double s, double push, RandomGenerator random) {
    return s + push + spec.std * random.nextGaussian();
  }

  private boolean isTerminal(double s) {
    return Math.abs(s) > spec.threshold;
  }

  @Override
  public void query(Query steps, RandomGenerator random) {
    for (int i = 0; i < steps.count; i++) {
      steps.next[i] = next(steps.states[i], steps.pushes[i], random);
      steps.ended[i] = isTerminal(steps.next[i]);
      steps.rewards[i] = steps.ended[i] ? 0 : 1;
    }
  }

  @Override
  public Optional<Renderer<State>> renderer() {
    double end = spec.threshold;
    return Optional.of(
        new LineRenderer(1.1 * end, s -> Math.abs(s) > end ? 0 : .1 * end).of(State::s));
  }
}
