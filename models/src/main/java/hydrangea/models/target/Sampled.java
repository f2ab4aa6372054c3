package hydrangea.models.target;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/** A target that can be sampled. */
public interface Sampled extends Target {
  /** {@code [n, width]}. */
  Matrix sample(int n, Seeds seeds);
}
