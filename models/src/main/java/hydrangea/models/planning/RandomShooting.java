package hydrangea.models.planning;

import hydrangea.envs.Query;
import hydrangea.envs.Queryable;
import hydrangea.models.Check;
import hydrangea.models.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Chooses an action by trying futures: each trial sums the rewards of {@code lookahead} steps from
 * here, up to the one that ends its episode.
 *
 * <p>Trials run side by side in lanes of a fixed number, each lane with random numbers of its own:
 * threads may share out the lanes, and how many there are changes nothing.
 */
public final class RandomShooting implements Planner {
  private static final int LANE = 50;

  private final Spec spec;
  private final Queryable<?> environment;

  RandomShooting(Spec spec, Queryable<?> environment) {
    this.spec = spec;
    this.environment = environment;
  }

  /** Which futures are tried. */
  public enum Sequences {
    /** Every action drawn anew; plays the first one of the best trial. */
    RANDOM,
    /** Only 1, or only -1; plays 1 if its trials earn more on average, else -1. */
    ALL_ONES
  }

  /**
   * Random shooting.
   *
   * @param lookahead steps of a trial whose rewards count, the first one included
   * @param trials for each of both actions if {@code sequences} are all ones
   */
  public record Spec(int lookahead, int trials, Sequences sequences) implements PlannerSpec {
    public Spec {
      Check.atLeast("lookahead", lookahead, 1);
      Check.atLeast("trials", trials, 1);
    }

    @Override
    public RandomShooting build(Queryable<?> environment) {
      return new RandomShooting(this, environment);
    }
  }

  @Override
  public double choose(double[] state, Dynamics dynamics, Seeds seeds) {
    boolean ones = spec.sequences == Sequences.ALL_ONES;
    int trials = ones ? 2 * spec.trials : spec.trials;
    var earned = new double[trials];
    var first = new double[trials];
    Lanes.run(
        (trials + LANE - 1) / LANE,
        (long) trials * spec.lookahead,
        lane -> {
          int from = lane * LANE;
          int count = Math.min(LANE, trials - from);
          RandomGenerator random = seeds.at(lane).generator();
          run(state, dynamics, random, from, count, earned, first);
        });
    return ones ? better(earned) : first[best(earned)];
  }

  private void run(
      double[] state,
      Dynamics dynamics,
      RandomGenerator random,
      int from,
      int count,
      double[] earned,
      double[] first) {
    var steps = new Query(count, state.length);
    for (int i = 0; i < count; i++) {
      System.arraycopy(state, 0, steps.states, i * state.length, state.length);
      steps.pushes[i] = push(from + i, random);
    }
    System.arraycopy(steps.pushes, 0, first, from, count);
    Dynamics.Walk walk = dynamics.walk(steps);
    var over = new boolean[count];
    for (int t = 1; ; t++) {
      walk.reward(random);
      for (int i = 0; i < count; i++) {
        earned[from + i] += over[i] ? 0 : steps.rewards[i];
        over[i] |= steps.ended[i];
      }
      if (t == spec.lookahead) {
        return;
      }
      walk.move(random);
      if (spec.sequences == Sequences.RANDOM) {
        Arrays.setAll(steps.pushes, i -> push(i, random));
      }
    }
  }

  private double push(int trial, RandomGenerator random) {
    if (spec.sequences == Sequences.ALL_ONES) {
      return trial < spec.trials ? 1 : -1;
    }
    return UniformActions.draw(environment.actionSpace(), random);
  }

  /** A tie goes to -1, as in the original. */
  private double better(double[] earned) {
    double lead = 0;
    for (int i = 0; i < earned.length; i++) {
      lead += i < spec.trials ? earned[i] : -earned[i];
    }
    return lead > 0 ? 1 : -1;
  }

  /** The first of the best. */
  private static int best(double[] earned) {
    int best = 0;
    for (int i = 1; i < earned.length; i++) {
      if (earned[i] > earned[best]) {
        best = i;
      }
    }
    return best;
  }
}
