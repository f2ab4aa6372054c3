package hydrangea.models.nn;

import hydrangea.models.Matrix;

/** What a network is told of a time: a differentiable function of a column {@code [B, 1]}. */
public interface TimeFeatures {
  /** How many features, m. */
  int size();

  /** {@code [B, m]}. */
  Matrix of(Matrix t);

  /** The derivative of each feature in t, {@code [B, m]}. */
  Matrix derivative(Matrix t);
}
