package hydrangea.envs;

/** What the components of specs and spaces must satisfy; a refusal names component and value. */
final class Require {
  private Require() {}

  static void finite(String name, double value) {
    check(Double.isFinite(value), name, "finite", value);
  }

  static void positive(String name, double value) {
    check(value > 0 && Double.isFinite(value), name, "positive and finite", value);
  }

  static void notNegative(String name, double value) {
    check(value >= 0 && Double.isFinite(value), name, "finite and not negative", value);
  }

  static void share(String name, double value) {
    check(value >= 0 && value <= 1, name, "from 0 to 1", value);
  }

  static void atLeastOne(String name, int value) {
    check(value >= 1, name, "at least 1", value);
  }

  private static void check(boolean holds, String name, String condition, Number value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be %s, but is %s".formatted(name, condition, value));
    }
  }
}
