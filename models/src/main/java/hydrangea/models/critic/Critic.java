package hydrangea.models.critic;

import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * Several estimates of the value of actions, Q_k(s, a), of which a cautious user takes the least.
 */
public interface Critic extends Saved {
  /** Everything trainable. */
  Weights weights();

  /**
   * {@code [B, K]}: keeps nothing for a way back.
   *
   * @param obs {@code [B, S]}
   * @param actions {@code [B, A]}
   */
  Matrix values(Matrix obs, Matrix actions);

  /** {@code [B, K]}; its backward returns the gradient of the actions, {@code [B, A]}. */
  Pass forward(Matrix obs, Matrix actions);

  @Override
  default void exchange(Store store) {
    store.part("weights", weights());
  }
}
