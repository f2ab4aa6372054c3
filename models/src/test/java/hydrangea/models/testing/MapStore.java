package hydrangea.models.testing;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A store in memory: saves into a map, then restores from it. */
public final class MapStore implements Store {
  private final Map<String, Object> kept;
  private final String path;
  private final boolean restoring;

  private MapStore(Map<String, Object> kept, String path, boolean restoring) {
    this.kept = kept;
    this.path = path;
    this.restoring = restoring;
  }

  /** All that {@code from} keeps, by its path. */
  public static Map<String, Object> saved(Saved from) {
    var kept = new HashMap<String, Object>();
    from.exchange(new MapStore(kept, "", false));
    return kept;
  }

  /** One that restores what {@link #saved} has given. */
  public static MapStore restoring(Map<String, Object> state) {
    return new MapStore(state, "", true);
  }

  /** One that restores a single value. */
  public static MapStore restoring(String name, Object value) {
    return new MapStore(Map.of(name, value), "", true);
  }

  /** Gives {@code to} the state of {@code from}. */
  public static void copy(Saved from, Saved to) {
    to.exchange(restoring(saved(from)));
  }

  private <T> T exchanged(String name, T value) {
    if (!restoring) {
      if (kept.put(path + name, value) != null) {
        throw new IllegalStateException(path + name + " is kept twice");
      }
      return value;
    }
    @SuppressWarnings("unchecked") // what was kept under a name is what its owner put there
    var restored = (T) Objects.requireNonNull(kept.get(path + name));
    return restored;
  }

  @Override
  public Store at(String name) {
    return new MapStore(kept, path + name + ".", restoring);
  }

  @Override
  public void array(String name, float[] value) {
    var held = exchanged(name, restoring ? value : value.clone());
    System.arraycopy(held, 0, value, 0, value.length);
  }

  @Override
  public void array(String name, double[] value) {
    var held = exchanged(name, restoring ? value : value.clone());
    System.arraycopy(held, 0, value, 0, value.length);
  }

  @Override
  public Matrix matrix(String name, Matrix value) {
    return exchanged(name, value);
  }

  @Override
  public long number(String name, long value) {
    return exchanged(name, value);
  }

  @Override
  public double number(String name, double value) {
    return exchanged(name, value);
  }

  @Override
  public String text(String name, String value) {
    return exchanged(name, value);
  }
}
