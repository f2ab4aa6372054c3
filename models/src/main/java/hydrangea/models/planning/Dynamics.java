package hydrangea.models.planning;

import hydrangea.envs.Query;
import hydrangea.envs.Queryable;
import hydrangea.models.family.TransitionModel;
import java.util.random.RandomGenerator;

/** What the trials of a planner run through. */
public interface Dynamics {
  /** Ways of many steps at once, for one thread. */
  Walk walk(Query steps);

  /** Steps of trials that are under way. */
  interface Walk {
    /** Fills in rewards and ends of the steps. */
    void reward(RandomGenerator random);

    /** Moves the states on, to where the steps lead. */
    void move(RandomGenerator random);
  }

  /** Rewards of the environment, next states of {@code model}. */
  static Dynamics of(Queryable<?> environment, TransitionModel model) {
    return steps -> {
      var scratch = model.scratch(steps.count);
      return new Walk() {
        @Override
        public void reward(RandomGenerator random) {
          environment.rewards(steps, random);
        }

        @Override
        public void move(RandomGenerator random) {
          model.sample(steps.states, steps.pushes, steps.count, steps.states, scratch, random);
        }
      };
    };
  }

  /** The environment itself: a step leads to where its reward was earned. */
  static Dynamics of(Queryable<?> environment) {
    return steps ->
        new Walk() {
          @Override
          public void reward(RandomGenerator random) {
            environment.query(steps, random);
          }

          @Override
          public void move(RandomGenerator random) {
            System.arraycopy(steps.next, 0, steps.states, 0, steps.states.length);
          }
        };
  }
}
