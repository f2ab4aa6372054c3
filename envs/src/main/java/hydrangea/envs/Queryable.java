package hydrangea.envs;

import java.util.random.RandomGenerator;

/**
 * An environment for planners: its states are the vectors that it shows, its actions single numbers
 * from -1 to 1, and many steps are asked about at once, from states where no episode has been.
 *
 * <p>A planner's reward for a step is what {@link #query} says, which may differ from that of
 * {@link #step}.
 */
public interface Queryable<S> extends Environment<S> {
  /** The state that is observed as {@code observation}. */
  S at(double... observation);

  /** The action that is the number {@code push}: -1 or 1 where actions are discrete. */
  double[] action(double push);

  /** Fills in rewards, ends and next states. */
  void query(Query steps, RandomGenerator random);

  /** Fills in rewards and ends, and leaves next states for undefined: where that is cheaper. */
  default void rewards(Query steps, RandomGenerator random) {
    query(steps, random);
  }

  /** A specification of such an environment. */
  interface Spec {
    /** The environment without its time limit. */
    Queryable<?> queryable();

    int maxEpisodeSteps();
  }
}
