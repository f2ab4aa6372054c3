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
    double sum = 0;
    for (float g : value) {
      sum += (double) g * g;
    }
    return Math.sqrt(sum);
  }
}
