package hydrangea.envs;

import hydrangea.envs.arm.Angles;
import hydrangea.envs.picture.Renderer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A rod swung up and held up by a torque u at its pivot: with |u| and |theta'| limited,
 *
 * <pre>
 *   theta'' = 3 g / (2 l) sin(theta) + 3 / (m l^2) u
 *   r       = -(wrap(theta)^2 + .1 theta'^2 + .001 u^2)      of the state before the step
 * </pre>
 *
 * semi-implicit Euler, theta = 0 upright and never wrapped in the state. Observation: cos(theta),
 * sin(theta), theta'. Never terminates.
 *
 * <p>Source: Gymnasium, {@code Pendulum-v1}. With float32 actions Gymnasium computes the terms of u
 * in float32; here they are doubles.
 */
public final class Pendulum implements Environment<Pendulum.State> {
  private final Spec spec;
  private final Box startSpace;
  private final Box observationSpace;
  private final Box actionSpace;

  public Pendulum(Spec spec) {
    this.spec = spec;
    startSpace = Box.symmetric(spec.maxInitialTheta, spec.maxInitialThetaDot);
    observationSpace = Box.symmetric(1, 1, (float) spec.maxSpeed);
    actionSpace = Box.symmetric(spec.maxTorque);
  }

  /**
   * The physical constants, limits and start range.
   *
   * @param g gravity, m/s^2
   * @param m mass of the rod, kg
   * @param l length of the rod, m
   * @param dt seconds a step
   * @param maxSpeed limit of |theta'|, rad/s
   * @param maxTorque limit of |u|, N m; what lies beyond is clipped
   * @param maxInitialTheta start angles are uniform within this of upright, rad
   * @param maxInitialThetaDot start velocities are uniform within this of rest, rad/s
   */
  public record Spec(
      double g,
      double m,
      double l,
      double dt,
      double maxSpeed,
      double maxTorque,
      double maxInitialTheta,
      double maxInitialThetaDot,
      int maxEpisodeSteps)
      implements EnvSpec {

    public Spec {
      Require.finite("g", g);
      Require.positive("m", m);
      Require.positive("l", l);
      Require.positive("dt", dt);
      Require.positive("maxSpeed", maxSpeed);
      Require.positive("maxTorque", maxTorque);
      Require.notNegative("maxInitialTheta", maxInitialTheta);
      Require.notNegative("maxInitialThetaDot", maxInitialThetaDot);
      if (maxInitialThetaDot > maxSpeed) {
        throw new IllegalArgumentException(
            "maxInitialThetaDot must be at most maxSpeed, but is %s with maxSpeed %s"
                .formatted(maxInitialThetaDot, maxSpeed));
      }
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
    }

    @Override
    public TimeLimit<State> build() {
      return new TimeLimit<>(new Pendulum(this), maxEpisodeSteps);
    }
  }

  /** Angle from upright (rad, unwrapped) and angular velocity (rad/s). */
  public record State(double theta, double thetaDot) {}

  @Override
  public Box observationSpace() {
    return observationSpace;
  }

  @Override
  public Box actionSpace() {
    return actionSpace;
  }

  @Override
  public State reset(RandomGenerator random) {
    double[] start = startSpace.sample(random);
    return new State(start[0], start[1]);
  }

  @Override
  public Step<State> step(State state, double[] action, RandomGenerator random) {
    double u = actionSpace.clip(action)[0];
    return new Step<>(next(state, u), reward(state, u), false, false);
  }

  /** Rounded to float32, as Gymnasium's observations are. */
  @Override
  public double[] observe(State state) {
    return new double[] {
      (float) Math.cos(state.theta), (float) Math.sin(state.theta), (float) state.thetaDot
    };
  }

  @Override
  public Optional<Renderer<State>> renderer() {
    return Optional.of(new PendulumRenderer(spec.l));
  }

  private State next(State state, double u) {
    double gravity = 3 * spec.g / (2 * spec.l) * Math.sin(state.theta);
    double torque = 3 / (spec.m * spec.l * spec.l) * u;
    double free = state.thetaDot + (gravity + torque) * spec.dt;
    double thetaDot = Math.max(-spec.maxSpeed, Math.min(spec.maxSpeed, free));
    return new State(state.theta + thetaDot * spec.dt, thetaDot);
  }

  private static double reward(State state, double u) {
    double theta = Angles.wrap(state.theta);
    return -(theta * theta + .1 * (state.thetaDot * state.thetaDot) + .001 * (u * u));
  }
}
