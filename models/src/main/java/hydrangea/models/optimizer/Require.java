package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Weights;

/** What specs and updates must satisfy; a refusal names component and value. */
final class Require {
  private Require() {}

  static void positive(String name, double value) {
    check(value > 0 && Double.isFinite(value), name, "positive and finite", value);
  }

  static void positiveFloat(String name, double value) {
    boolean holds = (float) value > 0 && Float.isFinite((float) value);
    check(holds, name, "positive and finite in single precision", value);
  }

  static void positiveOrInfinite(String name, double value) {
    check(value > 0, name, "positive (infinity for none)", value);
  }

  static void notNegative(String name, double value) {
    check(value >= 0 && Double.isFinite(value), name, "finite and not negative", value);
  }

  static void belowOne(String name, double value) {
    check(value >= 0 && value < 1, name, "in [0, 1)", value);
  }

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

  static void check(boolean holds, String name, String condition, Number value) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be %s, was %s".formatted(name, condition, value));
    }
  }
}
