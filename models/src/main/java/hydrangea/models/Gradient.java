package hydrangea.models;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a backward pass collects the gradient of one {@link Weights}. A pass adds only what belongs
 * to those weights and ignores all other collectors: that is how gradients stop.
 */
public final class Gradient {
  /** Collects nothing: for the gradient of the input alone. */
  public static final Gradient NONE = new Gradient(null, new float[0]);

  private final @Nullable Weights of;
  private final float[] value;

  public Gradient(Weights of) {
    this(of, new float[of.size()]);
  }

  private Gradient(@Nullable Weights of, float[] value) {
    this.of = of;
    this.value = value;
  }

  public boolean collects(Weights weights) {
    return of == weights;
  }

  public float[] value() {
    return value;
  }

  public void clear() {
    Arrays.fill(value, 0);
  }

  /** The Euclidean norm. */
  public double norm() {
    // Four sums side by side: one alone waits for itself at every addition.
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < value.length; i += 4) {
      a += (double) value[i] * value[i];
      b += (double) value[i + 1] * value[i + 1];
      c += (double) value[i + 2] * value[i + 2];
      d += (double) value[i + 3] * value[i + 3];
    }
    for (; i < value.length; i++) {
      a += (double) value[i] * value[i];
    }
    return Math.sqrt(a + b + c + d);
  }
}
