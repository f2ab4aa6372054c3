package hydrangea.models.optimizer;

import hydrangea.models.Check;
import hydrangea.models.Weights;

/**
 * An exponential moving average of weights, average = decay average + (1 - decay) latest. With
 * decay = 1 - tau it is the Polyak averaging of target networks; with decay = 0 it copies.
 *
 * @param decay the share of the average that stays, in [0, 1)
 */
public record Ema(double decay) {
  public Ema {
    Check.share("decay", decay);
  }

  public void update(Weights average, Weights latest) {
    blend(average, latest, decay);
  }

  /**
   * The same with the smaller decay min(decay, (1 + updates) / (10 + updates)), which lets an
   * average of a young training forget the weights that it started from.
   *
   * <p>Source: TensorFlow's {@code ExponentialMovingAverage} with {@code num_updates}.
   *
   * @param updates finished updates of the average before this one: 0 for the first
   */
  public void update(Weights average, Weights latest, long updates) {
    blend(average, latest, Math.min(decay, (1.0 + updates) / (10.0 + updates)));
  }

  private static void blend(Weights average, Weights latest, double decay) {
    if (average.size() != latest.size()) {
      throw new IllegalArgumentException(
          "an average of %d weights was given %d".formatted(average.size(), latest.size()));
    }
    float[] a = average.edit();
    float[] w = latest.value();
    float share = (float) decay;
    for (int i = 0; i < a.length; i++) {
      // Not share a + rest w: as floats the two do not add to one, which would scale all weights.
      a[i] = w[i] + share * (a[i] - w[i]);
    }
  }
}
