package hydrangea.models.rollout;

import hydrangea.models.Matrix;
import java.util.List;
import java.util.Map;

/**
 * One step of {@code n} environments, a row each.
 *
 * @param observation what was acted on, {@code [n, S]}
 * @param action {@code [n, A]}
 * @param reward {@code [n, 1]}
 * @param nextObservation what followed, {@code [n, S]}; of an episode that ended here its last
 *     observation, never the first of the next episode: a bootstrap needs it
 * @param terminated 1 where nothing follows, so the value of {@code nextObservation} is 0, {@code
 *     [n, 1]}. A bootstrap asks this alone: an episode cut off by its time limit goes on in thought
 * @param ended the episodes that ended here, either way
 */
public record Transitions(
    Matrix observation,
    Matrix action,
    Matrix reward,
    Matrix nextObservation,
    Matrix terminated,
    List<Ended> ended) {

  /**
   * An episode's end.
   *
   * @param environment which of the {@code n}
   * @param undiscounted the sum of its rewards
   * @param truncated whether it was cut off; it may have terminated in the same step
   * @param outcome what the environment tells of its end
   */
  public record Ended(
      int environment,
      double undiscounted,
      int steps,
      boolean truncated,
      Map<String, Double> outcome) {}
}
