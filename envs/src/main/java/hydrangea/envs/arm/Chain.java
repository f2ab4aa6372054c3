package hydrangea.envs.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Segments joined end to end, the first at the origin. With A_k the sum of the first k angles
 * (relative), or the k-th angle itself (absolute),
 *
 * <pre>
 *   p_k = sum_(j &lt;= k) l_j (cos A_j, sin A_j)
 * </pre>
 */
public final class Chain {
  private final double[] lengths;
  private final boolean relative;

  /**
   * @param lengths of the segments
   * @param relative whether an angle is measured against the segment before, not the x axis
   */
  public Chain(List<Double> lengths, boolean relative) {
    this.lengths = lengths.stream().mapToDouble(length -> length).toArray();
    this.relative = relative;
  }

  public int joints() {
    return lengths.length;
  }

  /** How far the effector can go. */
  public double reach() {
    double sum = 0;
    for (double length : lengths) {
      sum += length;
    }
    return sum;
  }

  /** The ends of the segments, from the first to the effector. */
  public List<Point> ends(Angles angles) {
    List<Point> ends = new ArrayList<>(lengths.length);
    Point end = Point.ORIGIN;
    double direction = 0;
    for (int i = 0; i < lengths.length; i++) {
      direction = (relative ? direction : 0) + angles.get(i);
      end =
          new Point(
              end.x() + lengths[i] * Math.cos(direction),
              end.y() + lengths[i] * Math.sin(direction));
      ends.add(end);
    }
    return ends;
  }

  /** The end of the last segment. */
  public Point effector(Angles angles) {
    double x = 0;
    double y = 0;
    double direction = 0;
    for (int i = 0; i < lengths.length; i++) {
      direction = (relative ? direction : 0) + angles.get(i);
      x += lengths[i] * Math.cos(direction);
      y += lengths[i] * Math.sin(direction);
    }
    return new Point(x, y);
  }

  /** These angles of ours as relative ones. */
  Angles toRelative(Angles angles) {
    return relative ? angles : angles.differences();
  }

  /** Relative angles as ours. */
  Angles fromRelative(Angles angles) {
    return relative ? angles : angles.cumulated();
  }

  /** The same segments with relative angles. */
  Chain withRelativeAngles() {
    return relative ? this : new Chain(DoubleStream.of(lengths).boxed().toList(), true);
  }
}
