package hydrangea.models.planning;

import hydrangea.envs.Queryable;
import hydrangea.models.estimation.EstimatorSpec;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Sampling;
import hydrangea.models.family.TransitionFamily;

/** What a planner knows of the transitions: the catalogue. */
public sealed interface KnowledgeSpec {
  Knowledge build(Queryable.Spec environment);

  /** A kind of knowledge of the user's own. */
  non-sealed interface Open extends KnowledgeSpec {}

  /** The true transitions. */
  record GroundTruth() implements KnowledgeSpec {
    @Override
    public Knowledge build(Queryable.Spec environment) {
      return Knowledge.truth(environment);
    }
  }

  /**
   * A model that is estimated anew after each episode; nothing of it is known before.
   *
   * @param family of each coordinate of the next state
   * @param features of state and action that it is linear in
   * @param sampling how the planner draws from it
   */
  record LearnedModel(Family family, Features features, Sampling sampling, EstimatorSpec estimator)
      implements KnowledgeSpec {
    @Override
    public Knowledge build(Queryable.Spec environment) {
      Queryable<?> world = environment.queryable();
      int d = world.observationSpace().size();
      var coordinates = TransitionFamily.of(family, d, features);
      return Knowledge.learned(world, coordinates, sampling, estimator);
    }
  }
}
