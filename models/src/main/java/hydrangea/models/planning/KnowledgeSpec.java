package hydrangea.models.planning;

import hydrangea.envs.Queryable;
import hydrangea.models.Check;
import hydrangea.models.SpecNames;
import hydrangea.models.estimation.EstimatorSpec;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Sampling;
import hydrangea.models.family.TransitionFamily;
import java.util.List;

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
   * @param families one for each coordinate of the next state, or one for all of them
   * @param features of state and action that it is linear in
   * @param sampling how the planner draws from it
   */
  record LearnedModel(
      List<Family> families, Features features, Sampling sampling, EstimatorSpec estimator)
      implements KnowledgeSpec {
    public LearnedModel {
      families = List.copyOf(families);
      families.forEach(LearnedModel::requireStart);
    }

    private static void requireStart(Family family) {
      Check.require(
          family.admits(new double[family.statistics()]),
          () ->
              "%s has no density where W = 0, as it is before the first episode's end: take a family that has one"
                  .formatted(SpecNames.of(family.getClass())));
    }

    @Override
    public Knowledge build(Queryable.Spec environment) {
      Queryable<?> world = environment.queryable();
      int d = world.observationSpace().size();
      return Knowledge.learned(world, coordinates(d), sampling, estimator);
    }

    private TransitionFamily coordinates(int d) {
      int count = families.size();
      Check.require(
          count == 1 || count == d,
          () ->
              "families must be one for all coordinates of a state or %d, one for each, but are %d"
                  .formatted(d, count));
      return count == 1
          ? TransitionFamily.of(families.get(0), d, features)
          : new TransitionFamily(families, features);
    }
  }
}
