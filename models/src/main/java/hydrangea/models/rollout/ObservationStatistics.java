package hydrangea.models.rollout;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import java.util.Arrays;

/**
 * Running mean and variance of every coordinate of the observations, and observations brought to
 * zero mean and unit variance by them,
 *
 * <pre>
 *   clip((x - mean) / sqrt(variance + 1e-8), -limit, limit)
 * </pre>
 *
 * <p>Source: Chan, Golub and LeVeque (1979), equation 2.1; the rest as in Stable-Baselines3's
 * {@code VecNormalize}, whose first variance of 1 counts for 1e-4 observations. An evaluation
 * normalises and does not update.
 */
public final class ObservationStatistics implements Saved {
  private static final double FIRST_COUNT = 1e-4;
  private static final double EPSILON = 1e-8;

  private final double limit;
  private final double[] mean;
  private final double[] variance;
  private double count = FIRST_COUNT;

  /** Of observations of that width. */
  public ObservationStatistics(int width, double limit) {
    this.limit = Check.positiveOrInfinite("limit", limit);
    mean = new double[width];
    variance = new double[width];
    Arrays.fill(variance, 1);
  }

  /** Takes the rows of {@code observations} into account, {@code [B, S]}. */
  public void update(Matrix observations) {
    double total = count + observations.rows;
    for (int j = 0; j < mean.length; j++) {
      double batchMean = 0;
      for (int i = 0; i < observations.rows; i++) {
        batchMean += observations.at(i, j) / observations.rows;
      }
      double squares = 0;
      for (int i = 0; i < observations.rows; i++) {
        double difference = observations.at(i, j) - batchMean;
        squares += difference * difference;
      }
      double shift = batchMean - mean[j];
      mean[j] += shift * observations.rows / total;
      double between = shift * shift * count * observations.rows / total;
      variance[j] = (variance[j] * count + squares + between) / total;
    }
    count = total;
  }

  /** The rows normalised by what is known now, {@code [B, S]}. */
  public Matrix normalised(Matrix observations) {
    var result = new Matrix(observations.rows, observations.columns);
    for (int i = 0; i < result.data.length; i++) {
      int j = i % mean.length;
      double scaled = (observations.data[i] - mean[j]) / Math.sqrt(variance[j] + EPSILON);
      result.data[i] = Math.max(-limit, Math.min(limit, scaled));
    }
    return result;
  }

  /** Knows what {@code other} knows. */
  public void copy(ObservationStatistics other) {
    System.arraycopy(other.mean, 0, mean, 0, mean.length);
    System.arraycopy(other.variance, 0, variance, 0, variance.length);
    count = other.count;
  }

  @Override
  public void exchange(Store store) {
    store.array("mean", mean);
    store.array("variance", variance);
    count = store.number("count", count);
  }
}
