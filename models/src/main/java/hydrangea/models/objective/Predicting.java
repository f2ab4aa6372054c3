package hydrangea.models.objective;

import hydrangea.models.Matrix;
import hydrangea.models.figure.Figure;
import hydrangea.models.rollout.Batch;
import java.util.Map;

/** A learner that expects something of what it sees, which is worth looking at. */
public interface Predicting extends Learner {
  /**
   * What it says of a batch, now and then: metrics by the name {@code figure/chart/curve}, of which
   * each figure and its curves are drawn.
   */
  Map<String, Double> look(Batch batch);

  /**
   * A picture of what it expected in an episode.
   *
   * @param obs {@code [T, S]}
   * @param reward as it is learned from, {@code [T, 1]}
   */
  Figure look(Matrix obs, Matrix reward);
}
