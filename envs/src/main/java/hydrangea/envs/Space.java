package hydrangea.envs;

import java.util.random.RandomGenerator;

/** A set of points, each {@link #size} doubles, that observations or actions come from. */
public sealed interface Space permits Box, Discrete {
  /** How many doubles one point has. */
  int size();

  /** Whether {@code point} has this space's size and lies in it, bounds included. */
  boolean contains(double[] point);

  /** A random point, distributed as Gymnasium's {@code sample}. */
  double[] sample(RandomGenerator random);
}
