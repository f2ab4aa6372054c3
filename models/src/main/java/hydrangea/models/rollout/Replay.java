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
 * what it holds.
 *
 * <p>Source: Lin 1992, Self-Improving Reactive Agents; as in DQN, Mnih et al. 2015.
 */
public final class Replay implements Saved {
  private static final int FIRST_ROWS = 1024;

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
      rows = Arrays.copyOf(rows, Math.multiplyExact((int) Math.min(grown, capacity), width));
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
      int at = random.nextInt(size) * width;
      at = take(at, batch.obs(), i);
      at = take(at, batch.action(), i);
      at = take(at, batch.reward(), i);
      at = take(at, batch.nextObs(), i);
      take(at, batch.terminated(), i);
    }
    return batch;
  }

  private int take(int at, Matrix into, int row) {
    for (int j = 0; j < into.columns; j++) {
      into.data[row * into.columns + j] = rows[at + j];
    }
    return at + into.columns;
  }

  @Override
  public void exchange(Store store) {
    size = (int) store.number("size", (long) size);
    next = (int) store.number("next", (long) next);
    var kept = Arrays.copyOf(rows, Math.multiplyExact(size, width));
    store.array("rows", kept);
    rows = kept;
  }
}
