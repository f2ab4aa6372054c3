package hydrangea.models.actor;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/** An actor that reaches its action in a number of steps, which may be chosen when sampling. */
public interface Stepped extends Actor {
  /** As {@link #sample}, in {@code steps} equal steps from noise to data. */
  Matrix sample(Matrix obs, Seeds seeds, int steps);
}
