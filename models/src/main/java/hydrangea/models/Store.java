package hydrangea.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** {@code curve = store.matrix("curve", curve)}: of any size. */
  Matrix matrix(String name, Matrix value);

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

  /** One of the methods above, or one made of them: how the items of a collection are exchanged. */
  interface Item<T> {
    T exchange(Store store, String name, T value);
  }

  /**
   * A list of any length.
   *
   * @param blank what a restoring store starts from where it has more items than {@code values}
   */
  default <T> List<T> list(String name, List<? extends T> values, T blank, Item<T> item) {
    Store branch = at(name);
    long size = branch.number("size", (long) values.size());
    var kept = new ArrayList<T>();
    for (int i = 0; i < size; i++) {
      T value = i < values.size() ? values.get(i) : blank;
      kept.add(item.exchange(branch, String.valueOf(i), value));
    }
    return kept;
  }

  /** A map with whatever names, in its order. */
  default <T> Map<String, T> map(
      String name, Map<String, ? extends T> values, T blank, Item<T> item) {
    Store branch = at(name);
    List<String> names = branch.list("names", List.copyOf(values.keySet()), "", Store::text);
    var kept = new LinkedHashMap<String, T>();
    for (String each : names) {
      T value = values.get(each);
      kept.put(each, item.exchange(branch.at("values"), each, value == null ? blank : value));
    }
    return kept;
  }

  /**
   * Which of several {@code kinds} a value is: {@code value} itself, or in a restoring store the
   * one of {@code kinds} that has the class that was kept, for its parts to be filled.
   */
  default <T> T kind(T value, List<? extends T> kinds) {
    String kept = text("kind", name(value));
    if (kept.equals(name(value))) {
      return value;
    }
    return kinds.stream()
        .filter(kind -> kept.equals(name(kind)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no kind " + kept + " here"));
  }

  private static String name(Object value) {
    return SpecNames.of(value.getClass());
  }
}
