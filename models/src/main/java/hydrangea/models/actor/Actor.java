package hydrangea.models.actor;

import hydrangea.envs.picture.Renderer;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import java.util.Optional;

/** A policy: actions given observations. */
public interface Actor extends Saved {
  /** Everything trainable. */
  Weights weights();

  /**
   * One action a row, {@code [B, A]}.
   *
   * @param obs {@code [B, S]}
   */
  Matrix sample(Matrix obs, Seeds seeds);

  /** The actor's deterministic action, {@code [B, A]}: what it makes of the centre of its noise. */
  Matrix mode(Matrix obs);

  /**
   * What there is to see of its thoughts beside an episode, a picture for each observation.
   *
   * @param obs {@code [T, S]}
   */
  default Optional<Renderer<Integer>> beside(Matrix obs) {
    return Optional.empty();
  }

  @Override
  default void exchange(Store store) {
    store.part("weights", weights());
  }
}
