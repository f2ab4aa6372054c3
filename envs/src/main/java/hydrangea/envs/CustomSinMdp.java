package hydrangea.envs;

import hydrangea.envs.noise.SineTilt;
import hydrangea.envs.picture.Renderer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A point on the line that jumps to where a sine and a flat hill send it: with a = -1 or 1,
 *
 * <pre>
 *   s' ~ exp(-|s'|^alpha / alpha + (s + a) sin(P s'))
 *   r  = exp(-10 (s - pi / (2 P))^2) + exp(-10 (s + 3 pi / (2 P))^2)     of the state before
 * </pre>
 *
 * The reward peaks where {@code sin(P s')} does: action 1 is the better one. Starts are uniform on
 * (-1, 1). Mean and variance of s' hardly depend on s and a. Never terminates.
 *
 * <p>Source: Li, Li, Kabra, Srebro, Wang and Yang 2022, "Exponential Family Model-Based
 * Reinforcement Learning via Score Matching", NeurIPS, arXiv 2112.14195, and its code. Draws are
 * exact, where the original takes nodes of a grid.
 */
public final class CustomSinMdp implements OnALine {
  private final SineTilt density;
  private final double right;
  private final double left;

  public CustomSinMdp(Spec spec) {
    density = new SineTilt(spec.frequency, spec.alpha);
    right = Math.PI / (2 * spec.frequency);
    left = -3 * right;
  }

  /**
   * The shape of the density.
   *
   * @param frequency P
   * @param alpha how steeply the hill falls
   */
  public record Spec(double frequency, double alpha, int maxEpisodeSteps)
      implements EnvSpec, Queryable.Spec {
    public Spec {
      Require.positive("frequency", frequency);
      Require.positive("alpha", alpha);
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
    }

    @Override
    public CustomSinMdp queryable() {
      return new CustomSinMdp(this);
    }

    @Override
    public TimeLimit<State> build() {
      return new TimeLimit<>(queryable(), maxEpisodeSteps);
    }
  }

  @Override
  public Step<State> step(State state, double[] action, RandomGenerator random) {
    double next = density.sample(state.s() + Pushes.ENDS.of(action), random);
    return new Step<>(new State(next), reward(state.s()), false, false);
  }

  @Override
  public void query(Query steps, RandomGenerator random) {
    rewards(steps, random);
    for (int i = 0; i < steps.count; i++) {
      steps.next[i] = density.sample(steps.states[i] + steps.pushes[i], random);
    }
  }

  @Override
  public void rewards(Query steps, RandomGenerator random) {
    for (int i = 0; i < steps.count; i++) {
      steps.rewards[i] = reward(steps.states[i]);
    }
  }

  private double reward(double s) {
    double offRight = s - right;
    double offLeft = s - left;
    return Math.exp(-10 * offRight * offRight) + Math.exp(-10 * offLeft * offLeft);
  }

  @Override
  public Optional<Renderer<State>> renderer() {
    return Optional.of(new LineRenderer(4, this::reward).of(State::s));
  }
}
