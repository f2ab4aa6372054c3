package hydrangea.models.objective;

import hydrangea.envs.Space;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.Site;
import hydrangea.models.optimizer.OptimizerSpec;

/**
 * The catalogue of objectives that teach an actor from its own experience.
 *
 * @param <A> what the actor must be able to do
 */
public sealed interface LearnObjective<A extends Actor>
    permits Sac.Spec, Dqn.Spec, LearnObjective.Open {
  /** The class of {@code A}, for the check of a pair chosen at run time. */
  Class<?> needs();

  /** The spaces of actions that it can learn in. */
  Class<? extends Space> actions();

  /**
   * What an actor lacks that can do what is needed, for the check of a pair chosen at run time.
   *
   * @throws IllegalArgumentException if it lacks something
   */
  default void check(ActorSpec<?> actor) {}

  /** What learns, with everything that it needs beside the actor. */
  Learner build(A actor, Site site, OptimizerSpec optimizer);

  /** An objective declared by a user. */
  non-sealed interface Open<A extends Actor> extends LearnObjective<A> {}
}
