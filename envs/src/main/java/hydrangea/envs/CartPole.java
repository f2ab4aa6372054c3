package hydrangea.envs;

import hydrangea.envs.picture.Renderer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A pole balanced on a cart that is pushed left (action 0) or right (action 1) with force F: with
 * total mass M, mass m_p and half-length l of the pole,
 *
 * <pre>
 *   a       = (F + m_p l theta'^2 sin(theta)) / M
 *   theta'' = (g sin(theta) - a cos(theta)) / (l (4/3 - m_p cos(theta)^2 / M))
 *   x''     = a - m_p l theta'' cos(theta) / M
 * </pre>
 *
 * Observation: x, x', theta, theta'. Terminates when |x| or |theta| exceeds its threshold. Reward 1
 * a step, the terminating one too; with Sutton and Barto's reward 0, and -1 on termination.
 *
 * <p>Source: Gymnasium, {@code CartPole-v1}; Barto, Sutton and Anderson (1983), without friction;
 * Florian (2007). A step from a terminal state is refused, where Gymnasium warns and goes on.
 */
public final class CartPole implements Environment<CartPole.State> {
  private final Spec spec;
  private final Box startSpace;
  private final Box observationSpace;
  private final Discrete actionSpace = new Discrete(2);

  public CartPole(Spec spec) {
    this.spec = spec;
    List<Double> low = Collections.nCopies(4, spec.initialLow);
    startSpace = new Box(low, Collections.nCopies(4, spec.initialHigh));
    // Twice the thresholds: the observation that ends an episode lies inside as well.
    observationSpace =
        Box.symmetric(
            (float) (2 * spec.xThreshold),
            Double.POSITIVE_INFINITY,
            (float) (2 * spec.thetaThresholdRadians),
            Double.POSITIVE_INFINITY);
  }

  /** How positions follow velocities: Euler's with the old velocity, semi-implicit with the new. */
  public enum KinematicsIntegrator {
    EULER,
    SEMI_IMPLICIT_EULER
  }

  /**
   * The physical constants, and when an episode starts and ends.
   *
   * @param gravity m/s^2
   * @param massCart kg
   * @param massPole kg
   * @param length half the pole's length, m
   * @param forceMag the push, N
   * @param tau seconds a step
   * @param initialLow every entry of the start state is uniform from here
   * @param initialHigh to here
   */
  public record Spec(
      double gravity,
      double massCart,
      double massPole,
      double length,
      double forceMag,
      double tau,
      KinematicsIntegrator kinematicsIntegrator,
      double thetaThresholdRadians,
      double xThreshold,
      boolean suttonBartoReward,
      double initialLow,
      double initialHigh,
      int maxEpisodeSteps)
      implements EnvSpec {

    public Spec {
      Require.finite("gravity", gravity);
      Require.positive("massCart", massCart);
      Require.positive("massPole", massPole);
      Require.positive("length", length);
      Require.positive("forceMag", forceMag);
      Require.positive("tau", tau);
      Require.positive("thetaThresholdRadians", thetaThresholdRadians);
      Require.positive("xThreshold", xThreshold);
      requireStart(initialLow, initialHigh, Math.min(xThreshold, thetaThresholdRadians));
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
    }

    @Override
    public TimeLimit<State> build() {
      return new TimeLimit<>(new CartPole(this), maxEpisodeSteps);
    }

    private static void requireStart(double low, double high, double threshold) {
      boolean inside = -threshold <= low && low <= high && high <= threshold; // false with NaN
      if (!inside) {
        throw new IllegalArgumentException(
            "initialLow and initialHigh must be ordered and within both thresholds, "
                + "-%s to %s, but are %s and %s".formatted(threshold, threshold, low, high));
      }
    }
  }

  /** Cart position (m) and velocity (m/s), pole angle from upright (rad) and its velocity. */
  public record State(double x, double xDot, double theta, double thetaDot) {}

  @Override
  public Box observationSpace() {
    return observationSpace;
  }

  @Override
  public Discrete actionSpace() {
    return actionSpace;
  }

  @Override
  public State reset(RandomGenerator random) {
    double[] start = startSpace.sample(random);
    return new State(start[0], start[1], start[2], start[3]);
  }

  @Override
  public Step<State> step(State state, double[] action, RandomGenerator random) {
    requireGoingOn(state);
    double force = actionSpace.index(action) == 1 ? spec.forceMag : -spec.forceMag;
    State next = next(state, force);
    boolean terminated = isTerminal(next);
    return new Step<>(next, reward(terminated), terminated, false);
  }

  /** Rounded to float32, as Gymnasium's observations are. */
  @Override
  public double[] observe(State state) {
    return new double[] {
      (float) state.x, (float) state.xDot, (float) state.theta, (float) state.thetaDot
    };
  }

  @Override
  public Optional<Renderer<State>> renderer() {
    return Optional.of(new CartPoleRenderer(spec.xThreshold, spec.length));
  }

  // Gymnasium's order of operations: the pole is unstable, and another rounding of cos^2 alone was
  // off by 2.6e-4 rad after the 500 recorded pushes that keep it up.
  State next(State state, double force) {
    double sin = Math.sin(state.theta);
    double cos = Math.cos(state.theta);
    double mass = spec.massPole + spec.massCart;
    double moment = spec.massPole * spec.length;
    double a = (force + moment * (state.thetaDot * state.thetaDot) * sin) / mass;
    double inertia = spec.length * (4.0 / 3 - spec.massPole * (cos * cos) / mass);
    double thetaAcceleration = (spec.gravity * sin - a * cos) / inertia;
    double xAcceleration = a - moment * thetaAcceleration * cos / mass;
    return integrate(state, xAcceleration, thetaAcceleration);
  }

  private State integrate(State state, double xAcceleration, double thetaAcceleration) {
    double xDot = state.xDot + spec.tau * xAcceleration;
    double thetaDot = state.thetaDot + spec.tau * thetaAcceleration;
    boolean euler = spec.kinematicsIntegrator == KinematicsIntegrator.EULER;
    return new State(
        state.x + spec.tau * (euler ? state.xDot : xDot),
        xDot,
        state.theta + spec.tau * (euler ? state.thetaDot : thetaDot),
        thetaDot);
  }

  private double reward(boolean terminated) {
    if (spec.suttonBartoReward) {
      return terminated ? -1 : 0;
    }
    return 1;
  }

  void requireGoingOn(State state) {
    if (isTerminal(state)) {
      throw new IllegalArgumentException(state + " is terminal: reset before the next step");
    }
  }

  boolean isTerminal(State state) {
    return Math.abs(state.x) > spec.xThreshold
        || Math.abs(state.theta) > spec.thetaThresholdRadians;
  }
}
