package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Weights;

/** Clipping by global norm, g min(1, clipNorm / (|g| + 1e-6)), as {@code clip_grad_norm_}. */
final class Clipping {
  private Clipping() {}

  static double coefficient(double norm, double clipNorm) {
    return Math.min(1, clipNorm / (norm + 1e-6));
  }

  /** An update with another's gradient is a bug that would train on, unseen. */
  static void check(Weights weights, Gradient gradient, int size) {
    if (!gradient.collects(weights)) {
      throw new IllegalArgumentException("the gradient belongs to other weights");
    }
    if (weights.size() != size) {
      throw new IllegalArgumentException(
          "an optimiser of %d weights was given %d".formatted(size, weights.size()));
    }
  }
}
