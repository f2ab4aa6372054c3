package hydrangea.envs;

import hydrangea.envs.arm.Angles;
import hydrangea.envs.arm.ArmTask;
import hydrangea.envs.arm.Chain;
import hydrangea.envs.arm.Point;
import hydrangea.envs.picture.Renderer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An arm in the plane, its base at the origin, that is to bring its effector to a target: no
 * masses, only angles,
 *
 * <pre>
 *   angles' = wrap(angles + scale pi a), or wrap(scale pi a) in one shot
 * </pre>
 *
 * Observation: target, effector, angles. Terminates within epsilon of the target.
 *
 * <p>Action: a in [-1, 1]^n; or, discrete, one of 3^n, whose digits to base three, less one, are a
 * (the first joint's is the lowest).
 *
 * <p>Source: the inverse-kinematics environment of the SPARK project (2025), whose actions lie in
 * [0, 2 pi) and angles too. Here both are symmetric: no action is no motion, and an arm that
 * stretches along the x axis is not at the edge of its observations.
 */
public final class PlanarArm implements Environment<PlanarArm.State> {
  private final Spec spec;
  private final Chain chain;
  private final double reach;
  private final double turn;
  private final Box observationSpace;
  private final Box turns;
  private final Space actionSpace;

  public PlanarArm(Spec spec) {
    this.spec = spec;
    chain = new Chain(spec.segments(), spec.relativeAngles);
    reach = chain.reach();
    turn = spec.actionScale * Math.PI;
    double[] high = new double[4 + spec.joints];
    // The next float: rounding may take the effector an ulp beyond the sum of the lengths.
    Arrays.fill(high, 0, 4, Math.nextUp((float) reach));
    Arrays.fill(high, 4, high.length, Math.PI);
    observationSpace = Box.symmetric(high);
    double[] ones = new double[spec.joints];
    Arrays.fill(ones, 1);
    turns = Box.symmetric(ones);
    actionSpace = spec.discrete ? new Discrete((int) Math.pow(3, spec.joints)) : turns;
  }

  /**
   * Which arm, and what it is to do.
   *
   * @param lengths of the segments from the base on; empty for equal ones of sum 1
   * @param relativeAngles whether a joint's angle is measured against the segment before, so that
   *     what follows turns with it, or against the x axis
   * @param oneShot whether an action sets the angles, instead of adding to them
   * @param discrete whether an action is one of 3^joints
   * @param actionScale the greatest turn of a step, in half turns
   * @param epsilon distance from the target that ends the episode
   * @param normalizeReward whether rewards are divided by the arm's length
   * @param randomStart whether start angles are uniform, instead of 0
   * @param target its two coordinates; empty to draw one, radius and angle uniform
   */
  public record Spec(
      int joints,
      List<Double> lengths,
      boolean relativeAngles,
      boolean oneShot,
      boolean discrete,
      double actionScale,
      double epsilon,
      ArmTask task,
      boolean normalizeReward,
      boolean randomStart,
      List<Double> target,
      int maxEpisodeSteps)
      implements EnvSpec {
    private static final int MOST_DISCRETE = 10; // 59049 actions

    public Spec {
      Require.atLeastOne("joints", joints);
      lengths = List.copyOf(lengths);
      requireSize("lengths", lengths, joints, "one a joint, or none for equal ones");
      lengths.forEach(length -> Require.positive("every length", length));
      Require.positive("actionScale", actionScale);
      Require.positive("epsilon", epsilon);
      target = List.copyOf(target);
      requireSize("target", target, 2, "two coordinates, or none to draw them");
      requireInReach(target, lengths);
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
      if (discrete && joints > MOST_DISCRETE) {
        throw new IllegalArgumentException(
            "with discrete actions joints must be at most %d, but is %d: 3^joints would be too many"
                .formatted(MOST_DISCRETE, joints));
      }
    }

    @Override
    public TimeLimit<State> build() {
      return new TimeLimit<>(new PlanarArm(this), maxEpisodeSteps);
    }

    private List<Double> segments() {
      return lengths.isEmpty() ? Collections.nCopies(joints, 1.0 / joints) : lengths;
    }

    private static void requireSize(String name, List<Double> values, int size, String meaning) {
      if (!values.isEmpty() && values.size() != size) {
        throw new IllegalArgumentException(
            "%s must have %d entries, %s, but is %s".formatted(name, size, meaning, values));
      }
    }

    private static void requireInReach(List<Double> target, List<Double> lengths) {
      double reach = lengths.stream().mapToDouble(length -> length).sum();
      double limit = lengths.isEmpty() ? 1 : reach;
      if (!target.isEmpty() && !(Math.hypot(target.get(0), target.get(1)) <= limit)) {
        throw new IllegalArgumentException(
            "target must lie within the arm's reach of %s, but is %s".formatted(limit, target));
      }
    }
  }

  /**
   * The target, where the arm is, and the pose it is to take where the task has one.
   *
   * @param effector where {@code angles} put the arm's end
   */
  public record State(Point target, Angles angles, Point effector, Angles model) {}

  /** The segments that angles turn. */
  public Chain chain() {
    return chain;
  }

  @Override
  public Box observationSpace() {
    return observationSpace;
  }

  @Override
  public Space actionSpace() {
    return actionSpace;
  }

  @Override
  public State reset(RandomGenerator random) {
    Point target = target(random);
    Angles start =
        Angles.of(spec.joints, i -> spec.randomStart ? (2 * random.nextDouble() - 1) * Math.PI : 0);
    return start(target, start);
  }

  /** The start of an episode with this target and these angles. */
  State start(Point target, Angles angles) {
    Angles model = spec.task.model(chain, angles, target);
    return new State(target, angles, chain.effector(angles), model);
  }

  @Override
  public Step<State> step(State state, double[] action, RandomGenerator random) {
    double[] a = turns(action);
    Angles angles =
        Angles.of(a.length, i -> (spec.oneShot ? 0 : state.angles.get(i)) + turn * a[i]);
    State next = new State(state.target, angles, chain.effector(angles), state.model);
    double distance = next.effector.distance(next.target);
    boolean reached = distance <= spec.epsilon;
    double reward = spec.task.reward(distance, reached, angles, next.model);
    return new Step<>(next, spec.normalizeReward ? reward / reach : reward, reached, false);
  }

  @Override
  public double[] observe(State state) {
    double[] observation = new double[4 + spec.joints];
    observation[0] = state.target.x();
    observation[1] = state.target.y();
    observation[2] = state.effector.x();
    observation[3] = state.effector.y();
    for (int i = 0; i < spec.joints; i++) {
      observation[4 + i] = state.angles.get(i);
    }
    return observation;
  }

  /** Whether the target was reached, and how far from it the effector is. */
  @Override
  public Map<String, Double> outcome(State last) {
    double distance = last.effector.distance(last.target);
    return Map.of(
        "success_share", distance <= spec.epsilon ? 1.0 : 0.0, "final_distance", distance);
  }

  @Override
  public Optional<Renderer<State>> renderer() {
    return Optional.of(new PlanarArmRenderer(chain));
  }

  private double[] turns(double[] action) {
    if (!(actionSpace instanceof Discrete discrete)) {
      return turns.clip(action);
    }
    int digits = discrete.index(action);
    double[] a = new double[spec.joints];
    for (int i = 0; i < a.length; i++) {
      a[i] = digits % 3 - 1;
      digits /= 3;
    }
    return a;
  }

  private Point target(RandomGenerator random) {
    return spec.target.isEmpty()
        ? Point.polar(reach * random.nextDouble(), 2 * Math.PI * random.nextDouble())
        : new Point(spec.target.get(0), spec.target.get(1));
  }
}
