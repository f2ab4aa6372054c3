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
    Check.require(
        objective.needs().isAssignableFrom(actor.builds()),
        () -> Capabilities.refusal(objective.getClass(), actor.builds()));
    checkTarget(target, objective.getClass(), objective.needsOfTarget());
  }

  static void check(TargetSpec<?> target, Measure measure) {
    checkTarget(target, measure.getClass(), measure.needsOfTarget());
  }

  private static void checkTarget(TargetSpec<?> target, Class<?> user, Class<?> needed) {
    Check.require(
        needed.isAssignableFrom(target.builds()),
        () ->
            "%s() needs a target with %s, which %s has not"
                .formatted(
                    SpecNames.of(user),
                    Capabilities.words(needed),
                    SpecNames.of(target.getClass())));
  }
}
