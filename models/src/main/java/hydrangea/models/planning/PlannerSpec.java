package hydrangea.models.planning;

import hydrangea.envs.Queryable;

/** How actions are chosen: the catalogue. */
public sealed interface PlannerSpec
    permits RandomShooting.Spec, UniformActions.Spec, PlannerSpec.Open {
  Planner build(Queryable<?> environment);

  /** A planner of the user's own. */
  non-sealed interface Open extends PlannerSpec {}
}
