package hydrangea.envs;

import hydrangea.envs.noise.Noise;
import hydrangea.envs.picture.Renderer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@link CartPole} with the constants of {@code CartPole-v1}, a force of a F for actions a from -1
 * to 1, and noise: {@code s' = step(s, a) + e}, where the std of e is
 *
 * <pre>
 *   scale [x threshold, tau F / M, theta threshold, tau g / l] = scale [2.4, .1818, .2094, .392]
 * </pre>
 *
 * With noise in the action the force is turned round now and then, beside the noise in the state.
 * The reward is 1 a step, for a planner 0 if that step terminates. Observations are not rounded.
 *
 * <p>Source: Li, Li, Kabra, Srebro, Wang and Yang 2022, "Exponential Family Model-Based
 * Reinforcement Learning via Score Matching", NeurIPS, arXiv 2112.14195, and its code.
 */
public final class StochasticCartPole implements Queryable<CartPole.State> {
  private static final int WIDTH = 4;
  private static final double FORCE = 10;
  private static final CartPole.Spec CONSTANTS =
      new CartPole.Spec(
          9.8,
          1,
          .1,
          .5,
          FORCE,
          .02,
          CartPole.KinematicsIntegrator.EULER,
          12 * 2 * Math.PI / 360,
          2.4,
          false,
          -.05,
          .05,
          1);

  private final Spec spec;
  private final CartPole cartPole = new CartPole(CONSTANTS);
  private final Pushes pushes;
  private final double[] std;

  public StochasticCartPole(Spec spec) {
    this.spec = spec;
    pushes = new Pushes(spec.continuous);
    std = std(spec.noiseScale);
  }

  private static double[] std(double scale) {
    return new double[] {
      scale * CONSTANTS.xThreshold(),
      scale * CONSTANTS.tau() * FORCE / (CONSTANTS.massCart() + CONSTANTS.massPole()),
      scale * CONSTANTS.thetaThresholdRadians(),
      scale * CONSTANTS.tau() * CONSTANTS.gravity() / CONSTANTS.length()
    };
  }

  /** Where noise enters. */
  public enum NoisePlace {
    NOWHERE,
    /** Forces are turned round at random; next states are noisy as well. */
    IN_ACTION,
    IN_NEXT_STATE
  }

  /**
   * The actions and the noise.
   *
   * @param continuous whether any action from -1 to 1 may be taken, or only the two ends
   * @param noise added to the next state, unless noise is nowhere
   * @param noiseScale of its std
   * @param flipProbability how often noise in the action turns the force round
   */
  public record Spec(
      boolean continuous,
      NoisePlace noisePlace,
      Noise noise,
      double noiseScale,
      double flipProbability,
      int maxEpisodeSteps)
      implements EnvSpec, Queryable.Spec {
    public Spec {
      Require.positive("noiseScale", noiseScale);
      Require.share("flipProbability", flipProbability);
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
    }

    /** The std of normal noise in each coordinate, as many as a state has. */
    public double[] std() {
      return StochasticCartPole.std(noiseScale);
    }

    @Override
    public StochasticCartPole queryable() {
      return new StochasticCartPole(this);
    }

    @Override
    public TimeLimit<CartPole.State> build() {
      return new TimeLimit<>(queryable(), maxEpisodeSteps);
    }
  }

  @Override
  public Box observationSpace() {
    // Noise may throw the last state of an episode anywhere.
    double infinity = Double.POSITIVE_INFINITY;
    return Box.symmetric(infinity, infinity, infinity, infinity);
  }

  @Override
  public Space actionSpace() {
    return pushes.space();
  }

  @Override
  public CartPole.State reset(RandomGenerator random) {
    return cartPole.reset(random);
  }

  @Override
  public Step<CartPole.State> step(CartPole.State state, double[] action, RandomGenerator random) {
    cartPole.requireGoingOn(state);
    Query one = new Query(1, WIDTH);
    System.arraycopy(observe(state), 0, one.states, 0, WIDTH);
    one.pushes[0] = pushes.of(action);
    query(one, random);
    return new Step<>(at(one.next), 1, one.ended[0], false);
  }

  @Override
  public double[] observe(CartPole.State state) {
    return new double[] {state.x(), state.xDot(), state.theta(), state.thetaDot()};
  }

  @Override
  public CartPole.State at(double... observation) {
    return at(observation, 0);
  }

  private static CartPole.State at(double[] states, int from) {
    return new CartPole.State(states[from], states[from + 1], states[from + 2], states[from + 3]);
  }

  @Override
  public double[] action(double push) {
    return pushes.action(push);
  }

  @Override
  public void query(Query steps, RandomGenerator random) {
    for (int i = 0, at = 0; i < steps.count; i++, at += WIDTH) {
      move(steps.states, at, steps.pushes[i], steps.next, random);
      steps.ended[i] = cartPole.isTerminal(at(steps.next, at));
      steps.rewards[i] = steps.ended[i] ? 0 : 1;
    }
  }

  private void move(double[] states, int at, double push, double[] to, RandomGenerator random) {
    boolean turned =
        spec.noisePlace == NoisePlace.IN_ACTION && random.nextDouble() < spec.flipProbability;
    CartPole.State next = cartPole.next(at(states, at), (turned ? -FORCE : FORCE) * push);
    to[at] = next.x();
    to[at + 1] = next.xDot();
    to[at + 2] = next.theta();
    to[at + 3] = next.thetaDot();
    if (spec.noisePlace != NoisePlace.NOWHERE) {
      spec.noise.add(to, states, at, push, std, random);
    }
  }

  @Override
  public Optional<Renderer<CartPole.State>> renderer() {
    return cartPole.renderer();
  }
}
