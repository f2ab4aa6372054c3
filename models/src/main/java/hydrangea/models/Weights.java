package hydrangea.models;

/**
 * All trainable numbers of one actor or critic in one flat array; networks hold slices of it, so
 * that an optimiser, an average, a norm or a checkpoint is one plain loop.
 */
public final class Weights implements Saved {
  private final float[] value;
  private int revision;

  public Weights(int size) {
    value = new float[size];
  }

  public int size() {
    return value.length;
  }

  /** To read; who writes takes {@link #edit}. */
  public float[] value() {
    return value;
  }

  /** To write: copies that networks keep elsewhere are stale from here on. */
  public float[] edit() {
    revision++;
    return value;
  }

  /** Takes over the numbers of {@code other}, which has as many. */
  public void copy(Weights other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(
          "%d weights were given %d".formatted(size(), other.size()));
    }
    System.arraycopy(other.value, 0, edit(), 0, size());
  }

  /** Grows whenever the numbers may have changed. */
  public int revision() {
    return revision;
  }

  @Override
  public void exchange(Store store) {
    store.array("value", edit());
  }
}
