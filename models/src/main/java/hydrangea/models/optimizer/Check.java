package hydrangea.models.optimizer;

/** Bounds of a spec's numbers, with the value in the message. */
final class Check {
  private Check() {}

  static void positive(String name, double value) {
    require(value > 0 && Double.isFinite(value), name, "positive and finite", value);
  }

  static void notNegative(String name, double value) {
    require(value >= 0 && Double.isFinite(value), name, "0 or more and finite", value);
  }

  /** In [0, 1): a share that decays. */
  static void decay(String name, double value) {
    require(value >= 0 && value < 1, name, "at least 0 and below 1", value);
  }

  static void atLeastOne(String name, double value) {
    require(value >= 1 && Double.isFinite(value), name, "1 or more and finite", value);
  }

  /** Positive; infinite for no clipping. */
  static void clipNorm(double value) {
    require(value > 0, "clipNorm", "positive (infinite: no clipping)", value);
  }

  private static void require(boolean good, String name, String bound, double value) {
    if (!good) {
      throw new IllegalArgumentException(name + " must be " + bound + ", was " + value);
    }
  }
}
