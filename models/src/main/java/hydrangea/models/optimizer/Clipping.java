package hydrangea.models.optimizer;

/** Clipping by global norm, g min(1, clipNorm / (|g| + 1e-6)), as {@code clip_grad_norm_}. */
final class Clipping {
  private Clipping() {}

  static double coefficient(double norm, double clipNorm) {
    return Math.min(1, clipNorm / (norm + 1e-6));
  }
}
