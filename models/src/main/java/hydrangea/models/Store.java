package hydrangea.models;

/**
 * A named tree of arrays and numbers that is being written or read: in a saving store the value
 * handed over is kept and returned; in a restoring one the kept value replaces it.
 */
public interface Store {
  /** The branch of that name. */
  Store at(String name);

  /** Keeps {@code value}, or overwrites it in place with what was kept (of the same length). */
  void array(String name, float[] value);

  /** Keeps {@code value}, or overwrites it in place with what was kept (of the same length). */
  void array(String name, double[] value);

  /** {@code count = store.number("count", count)}. */
  long number(String name, long value);

  /** {@code best = store.number("best", best)}. */
  double number(String name, double value);

  /** {@code phase = store.text("phase", phase)}. */
  String text(String name, String value);

  /** Hands {@code part} its own branch. */
  default void part(String name, Saved part) {
    part.exchange(at(name));
  }
}
