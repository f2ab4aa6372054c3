package hydrangea.models.training;

import hydrangea.models.Check;
import hydrangea.models.SpecNames;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.measure.Measure;
import hydrangea.models.objective.FitObjective;
import hydrangea.models.target.TargetSpec;

/** The checks that the compiler makes for a script, for parts that are chosen at run time. */
final class Fitting {
  private Fitting() {}

  static void check(TargetSpec<?> target, ActorSpec<?> actor, FitObjective<?, ?> objective) {
    String name = SpecNames.of(objective.getClass());
    Check.require(
        objective.needs().isAssignableFrom(actor.builds()),
        Capabilities.refusal(objective.getClass(), actor.builds()));
    Check.require(
        objective.needsOfTarget().isAssignableFrom(target.builds()),
        name
            + " needs a target that is "
            + Capabilities.words(objective.needsOfTarget())
            + ", which "
            + SpecNames.of(target.getClass())
            + " is not");
  }

  static void check(TargetSpec<?> target, Measure measure) {
    Check.require(
        measure.needsOfTarget().isAssignableFrom(target.builds()),
        SpecNames.of(measure.getClass())
            + " needs a target that is "
            + Capabilities.words(measure.needsOfTarget())
            + ", which "
            + SpecNames.of(target.getClass())
            + " is not");
  }
}
