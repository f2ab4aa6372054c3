package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Weights;

/** Clipping by the global norm, as PyTorch's {@code clip_grad_norm_}. */
final class Clipping {
  private Clipping() {}

  /** {@code min(1, clipNorm / (norm + 1e-6))}: what the gradient is multiplied with. */
  static double coefficient(double norm, double clipNorm) {
    return Math.min(1, clipNorm / (norm + 1e-6));
  }

  /** The norm of a gradient that must be that of {@code weights}. */
  static double norm(Gradient gradient, Weights weights) {
    if (!gradient.collects(weights)) {
      throw new IllegalArgumentException("the gradient is not of the weights that it should move");
    }
    return gradient.norm();
  }
}
