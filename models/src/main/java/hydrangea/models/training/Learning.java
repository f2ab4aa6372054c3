package hydrangea.models.training;

import hydrangea.envs.Discrete;
import hydrangea.envs.EnvSpec;
import hydrangea.envs.Environment;
import hydrangea.models.Check;
import hydrangea.models.SpecNames;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.objective.LearnObjective;

/** The checks of a learning experiment, for parts that are chosen at run time. */
final class Learning {
  private static final String CONTINUOUS = "pendulum, planarArm or lunarLander(continuous=true)";
  private static final String DISCRETE = "cartPole, lunarLander or planarArm(discrete=true)";

  private Learning() {}

  static void check(EnvSpec environment, ActorSpec<?> actor, LearnObjective<?> objective) {
    String name = SpecNames.of(objective.getClass()) + "()";
    Check.require(
        objective.needs().isAssignableFrom(actor.builds()),
        () ->
            Capabilities.lack(
                name, objective.needs(), SpecNames.of(actor.getClass()), actor.builds()));
    objective.check(actor);
    try (Environment<?> built = environment.build()) {
      Check.require(
          objective.actions().isInstance(built.actionSpace()),
          () -> refusal(name, objective, SpecNames.of(environment.getClass())));
    }
  }

  private static String refusal(String name, LearnObjective<?> objective, String environment) {
    boolean discrete = objective.actions() == Discrete.class;
    return "%s needs %s actions, but those of %s are %s: take %s"
        .formatted(
            name, kind(discrete), environment, kind(!discrete), discrete ? DISCRETE : CONTINUOUS);
  }

  private static String kind(boolean discrete) {
    return discrete ? "discrete" : "continuous";
  }
}
