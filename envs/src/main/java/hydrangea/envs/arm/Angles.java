package hydrangea.envs.arm;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** One angle a joint, each in [-pi, pi); immutable, equal by value. */
public final class Angles {
  private static final double TURN = 2 * Math.PI;

  /** Of an arm without joints. */
  public static final Angles NONE = new Angles(new double[0]);

  private final double[] values;

  private Angles(double[] values) {
    this.values = values;
  }

  /** The angles {@code values}, wrapped. */
  public static Angles of(double... values) {
    return of(values.length, i -> values[i]);
  }

  /** The {@code n} angles that {@code angle} gives, wrapped. */
  public static Angles of(int n, IntToDoubleFunction angle) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = wrap(angle.applyAsDouble(i));
    }
    return new Angles(values);
  }

  /** The angle's equal in [-pi, pi), itself where it lies there. */
  public static double wrap(double angle) {
    if (-Math.PI <= angle && angle < Math.PI) {
      return angle;
    }
    double fromLeft = angle + Math.PI;
    if (fromLeft < -TURN || fromLeft >= 2 * TURN) {
      fromLeft %= TURN; // exact but slow: one turn is taken off, as exactly, below
    }
    if (fromLeft < 0) {
      fromLeft += TURN;
    } else if (fromLeft >= TURN) {
      fromLeft -= TURN;
    }
    return fromLeft - Math.PI;
  }

  public int size() {
    return values.length;
  }

  public double get(int joint) {
    return values[joint];
  }

  /** These with one replaced. */
  public Angles with(int joint, double angle) {
    double[] changed = values.clone();
    changed[joint] = wrap(angle);
    return new Angles(changed);
  }

  /** Of angles against the segment before: those against the x axis. */
  public Angles cumulated() {
    double[] sums = values.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] = wrap(sums[i - 1] + values[i]);
    }
    return new Angles(sums);
  }

  /** Of angles against the x axis: those against the segment before. */
  public Angles differences() {
    return of(values.length, i -> i == 0 ? values[0] : values[i] - values[i - 1]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Angles angles && Arrays.equals(values, angles.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
