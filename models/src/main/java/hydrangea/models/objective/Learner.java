package hydrangea.models.objective;

import hydrangea.models.Metrics;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Moment;
import hydrangea.models.rollout.Batch;

/** What improves an actor by batches of its experience, with all that it remembers. */
public interface Learner extends Saved {
  /**
   * Makes one update.
   *
   * @param step finished updates before this one: 0 for the first
   * @param steps planned updates in all, for schedules
   * @return losses and the like, by CleanRL's names
   */
  Metrics update(Batch batch, Seeds seeds, long step, long steps);

  /** Told when experience was gathered, between two updates. */
  default void gathered(Moment before, Moment now) {}
}
