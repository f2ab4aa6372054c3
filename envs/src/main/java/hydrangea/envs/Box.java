package hydrangea.envs;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * The points x with low_i &lt;= x_i &lt;= high_i; bounds may be infinite.
 *
 * <p>Source: Gymnasium, {@code gymnasium.spaces.Box}, flattened.
 */
public record Box(List<Double> low, List<Double> high) implements Space {
  public Box {
    low = List.copyOf(low);
    high = List.copyOf(high);
    if (low.isEmpty() || low.size() != high.size()) {
      throw new IllegalArgumentException(
          "a box needs as many low as high bounds, and at least one: low %s, high %s"
              .formatted(low, high));
    }
    for (int i = 0; i < low.size(); i++) {
      requireRange(i, low.get(i), high.get(i));
    }
  }

  /** The box with bounds -high_i and high_i. */
  public static Box symmetric(double... high) {
    return new Box(
        DoubleStream.of(high).map(bound -> -bound).boxed().toList(),
        DoubleStream.of(high).boxed().toList());
  }

  @Override
  public int size() {
    return low.size();
  }

  @Override
  public boolean contains(double[] point) {
    if (point.length != size()) {
      return false;
    }
    for (int i = 0; i < point.length; i++) {
      if (!(low.get(i) <= point[i] && point[i] <= high.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The point of this box nearest to {@code point}.
   *
   * @throws IllegalArgumentException if the size is wrong or an entry is NaN
   */
  public double[] clip(double[] point) {
    if (point.length != size()) {
      throw new IllegalArgumentException(
          "%s has %d entries, but %s takes %d"
              .formatted(Arrays.toString(point), point.length, this, size()));
    }
    double[] clipped = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      if (Double.isNaN(point[i])) {
        throw new IllegalArgumentException(
            "%s is no point of %s: entry %d is NaN".formatted(Arrays.toString(point), this, i));
      }
      clipped[i] = Math.max(low.get(i), Math.min(high.get(i), point[i]));
    }
    return clipped;
  }

  /**
   * Per entry: uniform between two finite bounds, normal without bounds, exponential away from a
   * single one.
   */
  @Override
  public double[] sample(RandomGenerator random) {
    double[] point = new double[size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = sample(low.get(i), high.get(i), random);
    }
    return point;
  }

  private static double sample(double low, double high, RandomGenerator random) {
    boolean below = Double.isFinite(low);
    boolean above = Double.isFinite(high);
    if (below && above) {
      return Math.min(high, low + (high - low) * random.nextDouble());
    }
    if (below) {
      return low + random.nextExponential();
    }
    return above ? high - random.nextExponential() : random.nextGaussian();
  }

  private static void requireRange(int index, double low, double high) {
    boolean ordered = low <= high; // false with NaN
    if (!ordered || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "bound %d of a box must satisfy low <= high, but low is %s and high is %s"
              .formatted(index, low, high));
    }
  }
}
