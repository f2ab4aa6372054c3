package hydrangea.models.testing;

import hydrangea.models.Weights;
import java.util.function.DoubleSupplier;

/** Central finite differences in float weights, by steps that floats can hold exactly. */
public final class WeightDifferences {
  private static final float STEP = 1e-3f;

  private WeightDifferences() {}

  /**
   * The gradient of {@code f} at the current weights, by Richardson's rule from two steps: accurate
   * to about 1e-9 for smooth f of size one.
   */
  public static double[] gradient(DoubleSupplier f, Weights weights) {
    var gradient = new double[weights.size()];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (4 * slope(f, weights, i, STEP) - slope(f, weights, i, 2 * STEP)) / 3;
    }
    return gradient;
  }

  private static double slope(DoubleSupplier f, Weights weights, int i, float step) {
    float before = weights.value()[i];
    float above = before + step;
    float below = before - step;
    weights.edit()[i] = above;
    double upper = f.getAsDouble();
    weights.edit()[i] = below;
    double lower = f.getAsDouble();
    weights.edit()[i] = before;
    return (upper - lower) / ((double) above - below);
  }
}
