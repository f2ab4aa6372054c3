package hydrangea.models;

import java.util.List;
import java.util.function.Supplier;

/** The checks of spec records; each returns its value or says what it was. */
public final class Check {
  private Check() {}

  public static int atLeast(String name, int value, int least) {
    require(value >= least, name + " must be at least " + least + ", was " + value);
    return value;
  }

  /** Positive and finite. */
  public static double positive(String name, double value) {
    boolean fine = value > 0 && Double.isFinite(value);
    require(fine, name + " must be positive and finite, was " + value);
    return value;
  }

  /** At least zero and finite. */
  public static double notNegative(String name, double value) {
    boolean fine = value >= 0 && Double.isFinite(value);
    require(fine, name + " must be finite and not negative, was " + value);
    return value;
  }

  /** Positive; infinity stands for none. */
  public static double positiveOrInfinite(String name, double value) {
    require(value > 0, name + " must be positive (infinity for none), was " + value);
    return value;
  }

  /** Positive and finite as a float too. */
  public static double positiveFloat(String name, double value) {
    boolean fine = (float) value > 0 && Float.isFinite((float) value);
    require(fine, name + " must be positive and finite in single precision, was " + value);
    return value;
  }

  /** In [from, to]. */
  public static double within(String name, double value, double from, double to) {
    boolean fine = value >= from && value <= to;
    require(fine, name + " must be in [" + from + ", " + to + "], was " + value);
    return value;
  }

  /** In [0, 1). */
  public static double share(String name, double value) {
    require(value >= 0 && value < 1, name + " must be in [0, 1), was " + value);
    return value;
  }

  /** An immutable copy of the widths of hidden layers, all at least one. */
  public static List<Integer> widths(String name, List<Integer> values) {
    boolean fine = values.stream().allMatch(width -> width >= 1);
    require(fine, name + " must hold widths of at least 1, was " + values);
    return List.copyOf(values);
  }

  public static void require(boolean condition, String message) {
    require(condition, () -> message);
  }

  /** The same with a message that takes time to put together. */
  public static void require(boolean condition, Supplier<String> message) {
    if (!condition) {
      throw new IllegalArgumentException(message.get());
    }
  }
}
