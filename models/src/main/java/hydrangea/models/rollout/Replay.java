package hydrangea.models.rollout;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The last {@code capacity} transitions, in floats, as a ring in one flat array that grows with
 * what it holds. They are counted and kept from the oldest on, so where the ring begins changes
 * nothing.
 *
 * <p>Source: Lin 1992, Self-Improving Reactive Agents; as in DQN, Mnih et al. 2015.
 */
public final class Replay implements Saved {
  private static final int FIRST_ROWS = 1024;
  private static final int MOST = Integer.MAX_VALUE - 8; // numbers of an array

  private final int capacity;
  private final int observations;
  private final int actions;
  private final int width;
  private float[] rows = new float[0];
  private int size;
  private int next;

  /** For transitions with observations and actions of these widths. */
  public Replay(int capacity, int observations, int actions) {
    this.capacity = Check.atLeast("capacity", capacity, 1);
    this.observations = observations;
    this.actions = actions;
    width = 2 * observations + actions + 2;
    Check.require(
        (long) capacity * width <= MOST,
        () ->
            "a replay of %,d transitions of %,d numbers does not fit an array: %,d do"
                .formatted(capacity, width, MOST / width));
  }

  /** How many transitions there are. */
  public int size() {
    return size;
  }

  /** Takes the rows of {@code transitions}, rewards times a scale; the oldest ones make room. */
  public void add(Transitions transitions, double rewardScale) {
    for (int i = 0; i < transitions.reward().rows; i++) {
      makeRoom();
      int at = next * width;
      at = put(transitions.observation(), i, at);
      at = put(transitions.action(), i, at);
      rows[at++] = (float) (rewardScale * transitions.reward().data[i]);
      at = put(transitions.nextObservation(), i, at);
      put(transitions.terminated(), i, at);
      next = (next + 1) % capacity;
      size = Math.min(size + 1, capacity);
    }
  }

  private void makeRoom() {
    int end = (next + 1) * width;
    if (end > rows.length) {
      long grown = Math.max(FIRST_ROWS, 2L * rows.length / width);
      rows = Arrays.copyOf(rows, (int) Math.min(grown, capacity) * width);
    }
  }

  private int put(Matrix from, int row, int at) {
    for (int j = 0; j < from.columns; j++) {
      rows[at + j] = (float) from.data[row * from.columns + j];
    }
    return at + from.columns;
  }

  /** Rows drawn uniformly, with replacement, as Stable-Baselines3 does. */
  public Batch sample(int count, Seeds seeds) {
    RandomGenerator random = seeds.generator();
    var batch =
        new Batch(
            new Matrix(count, observations),
            new Matrix(count, actions),
            new Matrix(count, 1),
            new Matrix(count, observations),
            new Matrix(count, 1));
    for (int i = 0; i < count; i++) {
      int at = place(random.nextInt(size));
      at = take(at, batch.obs(), i);
      at = take(at, batch.action(), i);
      at = take(at, batch.reward(), i);
      at = take(at, batch.nextObs(), i);
      take(at, batch.terminated(), i);
    }
    return batch;
  }

  /** Where the transition of that age starts: 0 is the oldest. */
  private int place(int age) {
    int oldest = size < capacity ? 0 : next;
    return (oldest + age) % capacity * width;
  }

  private int take(int at, Matrix into, int row) {
    for (int j = 0; j < into.columns; j++) {
      into.data[row * into.columns + j] = rows[at + j];
    }
    return at + into.columns;
  }

  /** Of more than it has room for, a restored one keeps the newest. */
  @Override
  public void exchange(Store store) {
    int kept = (int) store.number("size", (long) size);
    float[] ordered = kept == size ? ordered() : new float[Math.multiplyExact(kept, width)];
    store.array("rows", ordered);
    size = Math.min(kept, capacity);
    next = size % capacity;
    rows =
        kept == size ? ordered : Arrays.copyOfRange(ordered, (kept - size) * width, kept * width);
  }

  private float[] ordered() {
    var ordered = new float[size * width];
    int split = place(0);
    System.arraycopy(rows, split, ordered, 0, ordered.length - split);
    System.arraycopy(rows, 0, ordered, ordered.length - split, split);
    return ordered;
  }
}
