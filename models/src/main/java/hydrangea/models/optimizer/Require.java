package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Weights;

/** What an update must be given. */
final class Require {
  private Require() {}

  /** An update with another's gradient is a bug that would train on, unseen. */
  static void fitting(Weights weights, Gradient gradient, int size) {
    if (!gradient.collects(weights)) {
      throw new IllegalArgumentException("the gradient belongs to other weights");
    }
    if (weights.size() != size) {
      throw new IllegalArgumentException(
          "an optimiser of %d weights was given %d".formatted(size, weights.size()));
    }
  }
}
