package hydrangea.models.actor;

import hydrangea.envs.picture.Renderer;
import hydrangea.models.Matrix;
import hydrangea.models.Weights;
import hydrangea.models.value.ActionValues;
import java.util.Optional;

/**
 * A policy that takes the action of the greatest value, mostly: what it learns is the values.
 *
 * @param <V> what it knows of each action
 */
public interface ValuePolicy<V extends ActionValues> extends Actor {
  V values();

  @Override
  default Optional<Renderer<Integer>> beside(Matrix obs) {
    return values().beside(values().heads(obs));
  }

  @Override
  default Weights weights() {
    return values().weights();
  }
}
