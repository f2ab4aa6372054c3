package hydrangea.models.value;

import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.Weights;

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

  /** The same function of other weights, as many: a target network, say. */
  ActionValues over(Weights other);

  @Override
  default void exchange(Store store) {
    store.part("weights", weights());
  }
}
