package hydrangea.envs;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The indices 0 to n - 1; a point is one double that holds the index.
 *
 * <p>Source: Gymnasium, {@code gymnasium.spaces.Discrete} with start 0.
 */
public record Discrete(int n) implements Space {
  public Discrete {
    Require.atLeastOne("n", n);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public boolean contains(double[] point) {
    return point.length == 1 && point[0] >= 0 && point[0] < n && point[0] == Math.rint(point[0]);
  }

  /**
   * The index that {@code point} holds.
   *
   * @throws IllegalArgumentException if it holds none of this space's
   */
  public int index(double[] point) {
    if (!contains(point)) {
      throw new IllegalArgumentException(
          "%s is no point of %s: expected one whole number from 0 to %d"
              .formatted(Arrays.toString(point), this, n - 1));
    }
    return (int) point[0];
  }

  @Override
  public double[] sample(RandomGenerator random) {
    return new double[] {random.nextInt(n)};
  }
}
