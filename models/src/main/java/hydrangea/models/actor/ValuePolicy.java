package hydrangea.models.actor;

import hydrangea.models.Weights;
import hydrangea.models.value.ActionValues;

/**
 * A policy that takes the action of the greatest value, mostly: what it learns is the values.
 *
 * @param <V> what it knows of each action
 */
public interface ValuePolicy<V extends ActionValues> extends Actor {
  V values();

  @Override
  default Weights weights() {
    return values().weights();
  }
}
