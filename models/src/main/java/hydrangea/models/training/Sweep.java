package hydrangea.models.training;

import hydrangea.models.Check;
import java.util.List;

/**
 * What {@code run -m} makes of a script by itself: values of which every job takes one of each. It
 * is a plan over runs and no part of any of them.
 */
public sealed interface Sweep {
  /**
   * One key and its values, one after another: plain ones, specs of the catalogue, or texts as on a
   * command line, such as {@code "range(0, 1, 0.1)"}.
   */
  record Axis(String key, List<Object> values) implements Sweep {
    public Axis {
      values = List.copyOf(values);
      Check.require(!values.isEmpty(), "the axis " + key + " needs at least one value");
    }
  }

  /** Its parts in step: the first of each, the second of each, and so on. */
  record Zip(List<Sweep> parts) implements Sweep {
    public Zip {
      parts = List.copyOf(parts);
      Check.require(!parts.isEmpty(), "zip needs at least one axis");
    }
  }

  /** Every combination of its parts; the last changes fastest. */
  record Grid(List<Sweep> parts) implements Sweep {
    public Grid {
      parts = List.copyOf(parts);
      Check.require(!parts.isEmpty(), "grid needs at least one axis");
    }
  }

  /** What of a sweep is to run. */
  record Where(Sweep sweep, Condition condition) implements Sweep {}

  /** Whether a job is to run. */
  interface Condition {
    boolean holds(Point point);
  }

  /** A job that might run: what its keys say, swept ones, parameters and components alike. */
  interface Point {
    /**
     * A number, truth value, text or list; of a spec its name.
     *
     * @throws IllegalArgumentException where there is no such key
     */
    Object value(String key);

    /** The number that the key says. */
    default double number(String key) {
      var value = value(key);
      Check.require(value instanceof Number, key + " is no number here: " + value);
      return ((Number) value).doubleValue();
    }

    /** What the key says as text: {@code "meanFlow"}. */
    default String text(String key) {
      return value(key).toString();
    }

    /** The truth value that the key says. */
    default boolean flag(String key) {
      var value = value(key);
      Check.require(value instanceof Boolean, key + " is neither true nor false here: " + value);
      return (Boolean) value;
    }
  }
}
