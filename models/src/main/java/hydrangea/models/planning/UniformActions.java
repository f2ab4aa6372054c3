package hydrangea.models.planning;

import hydrangea.envs.Discrete;
import hydrangea.envs.Queryable;
import hydrangea.envs.Space;
import java.util.random.RandomGenerator;

/** Plays any action as likely as any other: what planning is to be better than. */
public final class UniformActions {
  private UniformActions() {}

  /** Random play. */
  public record Spec() implements PlannerSpec {
    @Override
    public Planner build(Queryable<?> environment) {
      return (state, dynamics, seeds) -> draw(environment.actionSpace(), seeds.generator());
    }
  }

  /** One of both ends where actions are discrete, else a number between them. */
  static double draw(Space actions, RandomGenerator random) {
    if (actions instanceof Discrete) {
      return random.nextBoolean() ? 1 : -1;
    }
    return random.nextDouble(-1, 1);
  }
}
