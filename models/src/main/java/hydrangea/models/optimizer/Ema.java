package hydrangea.models.optimizer;

import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * An exponential moving average of weights: {@code average += (1 - d) (online - average)}, {@code d
 * = min(decay, (1 + n) / (warmUp + n))} for update n = 1, 2, ... It starts as a copy.
 *
 * <p>A warm-up of 10, TensorFlow's, forgets the start early: until {@code decay} binds, the average
 * spans about the last ninth of all updates. A warm-up of 1 is none: with {@code decay = 1 - tau}
 * that is the Polyak update of a target network.
 *
 * <p>The average is kept in double: in float, a decay of 0.9999 no longer moves where it is within
 * 6e-4 of its aim.
 */
public final class Ema implements Saved {
  private final Weights online;
  private final Weights average;
  private final double decay;
  private final double warmUp;
  private final double[] exact;
  private long updates;

  /**
   * From now on {@code average} follows {@code online}, by one step each {@link #update}.
   *
   * @param decay at least 0 and below 1
   * @param warmUp at least 1; 1 for a constant decay
   */
  public Ema(Weights online, Weights average, double decay, double warmUp) {
    Check.decay("decay", decay);
    Check.atLeastOne("warmUp", warmUp);
    if (online.size() != average.size()) {
      throw new IllegalArgumentException(
          "%d weights cannot average %d".formatted(average.size(), online.size()));
    }
    this.online = online;
    this.average = average;
    this.decay = decay;
    this.warmUp = warmUp;
    exact = new double[online.size()];
    follow(1);
  }

  public void update() {
    updates++;
    follow(1 - Math.min(decay, (1 + updates) / (warmUp + updates)));
  }

  private void follow(double rate) {
    float[] from = online.value();
    float[] to = average.edit();
    for (int i = 0; i < to.length; i++) {
      exact[i] += rate * (from[i] - exact[i]);
      to[i] = (float) exact[i];
    }
  }

  @Override
  public void exchange(Store store) {
    store.array("exact", exact);
    updates = store.number("updates", updates);
    follow(0);
  }
}
