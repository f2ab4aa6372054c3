package hydrangea.models.training;

import hydrangea.envs.Box;
import hydrangea.envs.Space;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.Site;
import hydrangea.models.objective.LearnObjective;
import hydrangea.models.objective.Learner;
import hydrangea.models.optimizer.OptimizerSpec;
import hydrangea.models.rollout.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Learns nothing and notes what it is given. */
final class Witness implements LearnObjective.Open<Actor> {
  final List<Long> steps = new ArrayList<>();
  final List<Batch> batches = new ArrayList<>();
  private final Class<? extends Space> actions;
  double loss;

  Witness() {
    this(Box.class);
  }

  /** What learns in such spaces alone. */
  Witness(Class<? extends Space> actions) {
    this.actions = actions;
  }

  @Override
  public Class<?> needs() {
    return Actor.class;
  }

  @Override
  public Class<? extends Space> actions() {
    return actions;
  }

  @Override
  public Learner build(Actor actor, Site site, OptimizerSpec optimizer) {
    return new Learner() {
      @Override
      public Metrics update(Batch batch, Seeds seeds, long step, long planned) {
        steps.add(step);
        batches.add(batch);
        actor.weights().edit()[0] += 0.01f;
        return new Metrics(Map.of("losses/qf_loss", loss));
      }

      @Override
      public void exchange(Store store) {}
    };
  }
}
