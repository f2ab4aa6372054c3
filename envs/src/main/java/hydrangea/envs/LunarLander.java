package hydrangea.envs;

import hydrangea.envs.lander.Motion;
import hydrangea.envs.lander.Moves;
import hydrangea.envs.lander.Simulation;
import hydrangea.envs.lander.Situation;
import hydrangea.envs.lander.Start;
import hydrangea.envs.lander.Terrain;
import hydrangea.envs.lander.Thrust;
import hydrangea.envs.lander.Weather;
import hydrangea.envs.picture.Renderer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A craft on two legs, to be set down at rest between two flags on the moon, with little fuel:
 *
 * <pre>
 *   r   = phi(s') - phi(s) - .3 main - .03 side
 *   phi = -100 |(x, y)| - 100 |(x', y')| - 100 |angle| + 10 right + 10 left
 * </pre>
 *
 * over the observation x, y, x', y', angle, angle', right, left (whether a leg touches the ground),
 * whose origin is the pad. Terminates when the hull touches the ground or |x| &gt;= 1, where the
 * reward <em>is</em> -100, and when the lander has come to rest, where it is 100.
 *
 * <p>Actions: 0 nothing, 1 left engine, 2 main engine, 3 right engine; or continuous, in [-1, 1]^2:
 * main engine and side engines, as {@link Thrust} reads them. The engines' jets scatter at random.
 *
 * <p>Source: Gymnasium, {@code LunarLander-v3}, on the same C++ Box2D. A step from a terminal state
 * is refused, where Gymnasium goes on.
 *
 * <p>An environment keeps one native world: that of the state it led to last. Any other state is
 * stepped as well, in a world rebuilt from the episode's moves: so let every episode that runs at
 * the same time have its own environment. Not for two threads at once.
 */
public final class LunarLander implements Environment<LunarLander.State> {
  private static final double STEPS_PER_SECOND = 50;
  private static final double LEG_DOWN = 18 / 30.;
  private static final Box OBSERVATIONS =
      new Box(
          List.of(-2.5, -2.5, -10., -10., (double) (float) (-2 * Math.PI), -10., 0., 0.),
          List.of(2.5, 2.5, 10., 10., (double) (float) (2 * Math.PI), 10., 1., 1.));
  private static final Box POWERS = Box.symmetric(1, 1);
  private static final Discrete ENGINES = new Discrete(4);

  private final Spec spec;
  private final Weather weather;
  private @Nullable Live live;

  public LunarLander(Spec spec) {
    this.spec = spec;
    weather = new Weather(spec.gravity, spec.enableWind, spec.windPower, spec.turbulencePower);
  }

  /**
   * Which engines, and what weather.
   *
   * @param continuous whether an action is two powers instead of one of four
   * @param gravity m/s^2 along y, between -12 and 0
   * @param windPower greatest force of the wind, N; 20 is much
   * @param turbulencePower greatest torque of the wind, N m; 2 is much
   */
  public record Spec(
      boolean continuous,
      double gravity,
      boolean enableWind,
      double windPower,
      double turbulencePower,
      int maxEpisodeSteps)
      implements EnvSpec {

    public Spec {
      boolean falls = -12 < gravity && gravity < 0; // false with NaN
      if (!falls) {
        throw new IllegalArgumentException("gravity must lie between -12 and 0, but is " + gravity);
      }
      Require.notNegative("windPower", windPower);
      Require.notNegative("turbulencePower", turbulencePower);
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
    }

    @Override
    public TimeLimit<State> build() {
      return new TimeLimit<>(new LunarLander(this), maxEpisodeSteps);
    }
  }

  /**
   * How the episode began, every move since, and what that led to. The first move is that of the
   * reset, with all engines off.
   */
  public record State(Start start, Moves moves, Situation now) {}

  /** A world and the state it is in. */
  private record Live(Simulation world, State at) {}

  @Override
  public Box observationSpace() {
    return OBSERVATIONS;
  }

  @Override
  public Space actionSpace() {
    return spec.continuous ? POWERS : ENGINES;
  }

  @Override
  public State reset(RandomGenerator random) {
    Start start = Start.draw(random, spec.enableWind);
    return reset(start, draw(random), draw(random));
  }

  /** The reset of these draws; the last two are the first step's, from U(-1, 1). */
  State reset(Start start, double dispersion0, double dispersion1) {
    close();
    return moved(
        new Simulation(start, weather),
        start,
        Moves.NONE.then(new Moves.Move(Thrust.NONE, dispersion0, dispersion1)));
  }

  @Override
  public Step<State> step(State state, double[] action, RandomGenerator random) {
    Thrust thrust = thrust(action);
    if (isTerminal(state.now)) {
      throw new IllegalArgumentException(state.now + " is terminal: reset before the next step");
    }
    return step(state, new Moves.Move(thrust, draw(random), draw(random)));
  }

  /** The step of these draws. */
  Step<State> step(State state, Moves.Move move) {
    State next = moved(worldAt(state), state.start, state.moves.then(move));
    return new Step<>(next, reward(state, next), isTerminal(next.now), false);
  }

  /** What the engines do on {@code action}. */
  Thrust thrust(double[] action) {
    if (!spec.continuous) {
      return Thrust.of(ENGINES.index(action));
    }
    double[] powers = POWERS.clip(action);
    return Thrust.of(powers[0], powers[1]);
  }

  /** Rounded to float32, as Gymnasium's observations are. */
  @Override
  public double[] observe(State state) {
    double[] observation = exact(state.now);
    for (int i = 0; i < observation.length; i++) {
      observation[i] = (float) observation[i];
    }
    return observation;
  }

  @Override
  public Optional<Renderer<State>> renderer() {
    return Optional.of(new LunarLanderRenderer());
  }

  /** Frees the native world. */
  @Override
  public void close() {
    if (live != null) {
      live.world.close();
      live = null;
    }
  }

  private Simulation worldAt(State state) {
    if (live != null && live.at.equals(state)) {
      return live.world;
    }
    close();
    Simulation world = new Simulation(state.start, weather);
    state.moves.inOrder().forEach(world::step);
    return world;
  }

  /** The state after the last of {@code moves}, the only one the world has not made yet. */
  private State moved(Simulation world, Start start, Moves moves) {
    State next = new State(start, moves, world.step(moves.last()));
    live = new Live(world, next);
    return next;
  }

  private static double draw(RandomGenerator random) {
    return 2 * random.nextDouble() - 1;
  }

  private static double reward(State state, State next) {
    if (!next.now.awake()) {
      return 100;
    }
    if (isTerminal(next.now)) {
      return -100;
    }
    Thrust thrust = next.moves.last().thrust();
    return potential(next.now) - potential(state.now) - thrust.main() * .3 - thrust.side() * .03;
  }

  private static double potential(Situation now) {
    double[] o = exact(now);
    return -100 * Math.sqrt(o[0] * o[0] + o[1] * o[1])
        - 100 * Math.sqrt(o[2] * o[2] + o[3] * o[3])
        - 100 * Math.abs(o[4])
        + 10 * o[6]
        + 10 * o[7];
  }

  private static boolean isTerminal(Situation now) {
    return now.crashed() || Math.abs(sideways(now.lander())) >= 1 || !now.awake();
  }

  private static double sideways(Motion lander) {
    return (lander.x() - Terrain.WIDTH / 2) / (Terrain.WIDTH / 2);
  }

  /** The observation before it is rounded. */
  private static double[] exact(Situation now) {
    Motion lander = now.lander();
    return new double[] {
      sideways(lander),
      (lander.y() - (Terrain.PAD_Y + LEG_DOWN)) / (Terrain.HEIGHT / 2),
      lander.vx() * (Terrain.WIDTH / 2) / STEPS_PER_SECOND,
      lander.vy() * (Terrain.HEIGHT / 2) / STEPS_PER_SECOND,
      lander.angle(),
      20 * lander.omega() / STEPS_PER_SECOND,
      now.rightContact() ? 1 : 0,
      now.leftContact() ? 1 : 0
    };
  }
}
