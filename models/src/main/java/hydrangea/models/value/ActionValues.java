package hydrangea.models.value;

import hydrangea.envs.picture.Renderer;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import hydrangea.models.figure.Figure;
import java.util.Map;
import java.util.Optional;

/** What each of n discrete actions is worth, and perhaps more about it: a head for each action. */
public interface ActionValues extends Saved {
  /** Everything trainable. */
  Weights weights();

  /** n. */
  int actions();

  /**
   * The heads of all actions, {@code [B, n w]}: keeps nothing for a way back.
   *
   * @param obs {@code [B, S]}
   */
  Matrix heads(Matrix obs);

  /** The same with a way back. */
  Pass forward(Matrix obs);

  /**
   * The value that each head gives its action, by which actions are ranked, {@code [B, m]}.
   *
   * @param heads those of m actions of each row, all or some, {@code [B, m w]}
   */
  Matrix values(Matrix heads);

  /**
   * What is to be seen of some heads over a training, by the name {@code figure/chart/curve}.
   *
   * @param heads {@code [B, w]}
   */
  default Map<String, Double> told(Matrix heads) {
    return Map.of();
  }

  /**
   * What it says in an episode, by the step.
   *
   * @param heads of all actions, {@code [T, n w]}
   */
  default Optional<Renderer<Integer>> beside(Matrix heads) {
    return Optional.empty();
  }

  /**
   * What it said in an episode, against what came of it.
   *
   * @param heads of all actions, {@code [T, n w]}
   * @param returns of the rest of the episode, discounted, {@code [T, 1]}
   */
  Figure along(Matrix heads, Matrix returns);

  /** The same function of other weights, as many: a target network, say. */
  ActionValues over(Weights other);

  @Override
  default void exchange(Store store) {
    store.part("weights", weights());
  }
}
