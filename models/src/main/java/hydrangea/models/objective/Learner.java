package hydrangea.models.objective;

import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Moment;
import hydrangea.models.figure.Figure;
import hydrangea.models.rollout.Batch;
import java.util.Map;
import java.util.Optional;

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

  /**
   * What else is to be seen, now and then: metrics by the name {@code figure/chart/curve}, of which
   * each figure and its curves are drawn.
   */
  default Map<String, Double> look(Batch batch) {
    return Map.of();
  }

  /**
   * A picture of what it expected in an episode.
   *
   * @param obs {@code [T, S]}
   * @param reward as it is learned from, {@code [T, 1]}
   */
  default Optional<Figure> look(Matrix obs, Matrix reward) {
    return Optional.empty();
  }
}
