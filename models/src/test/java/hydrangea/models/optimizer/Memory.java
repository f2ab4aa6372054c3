package hydrangea.models.optimizer;

import hydrangea.models.Saved;
import hydrangea.models.Store;
import java.util.LinkedHashMap;
import java.util.Map;

/** A store on the heap: {@link #of} saves, {@link #restore} gives back. */
final class Memory implements Store {
  private final Map<String, Object> kept;
  private final String path;
  private final boolean saving;

  private Memory(Map<String, Object> kept, String path, boolean saving) {
    this.kept = kept;
    this.path = path;
    this.saving = saving;
  }

  static Memory of(Saved saved) {
    var memory = new Memory(new LinkedHashMap<>(), "", true);
    saved.exchange(memory);
    return memory;
  }

  void restore(Saved saved) {
    saved.exchange(new Memory(kept, path, false));
  }

  float[] floats(String name) {
    return ((float[]) get(name)).clone();
  }

  @Override
  public Store at(String name) {
    return new Memory(kept, path + name + "/", saving);
  }

  @Override
  public void array(String name, float[] value) {
    if (saving) {
      put(name, value.clone());
    } else {
      System.arraycopy(get(name), 0, value, 0, value.length);
    }
  }

  @Override
  public void array(String name, double[] value) {
    if (saving) {
      put(name, value.clone());
    } else {
      System.arraycopy(get(name), 0, value, 0, value.length);
    }
  }

  @Override
  public long number(String name, long value) {
    return saving ? put(name, value) : (Long) get(name);
  }

  @Override
  public double number(String name, double value) {
    return saving ? put(name, value) : (Double) get(name);
  }

  @Override
  public String text(String name, String value) {
    return saving ? put(name, value) : (String) get(name);
  }

  private <T> T put(String name, T value) {
    if (kept.put(path + name, value) != null) {
      throw new IllegalStateException(path + name + " is kept twice");
    }
    return value;
  }

  private Object get(String name) {
    var value = kept.get(path + name);
    if (value == null) {
      throw new IllegalStateException(path + name + " was not kept");
    }
    return value;
  }
}
