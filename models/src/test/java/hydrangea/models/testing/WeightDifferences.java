package hydrangea.models.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Weights;
import java.util.Arrays;
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

  /** Gradients are collected as floats, so they agree to float accuracy. */
  public static void assertClose(float[] actual, double[] expected) {
    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(scale).isGreaterThan(1e-3);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .as("weight %d", i)
          .isCloseTo(expected[i], within(2e-6 * scale));
    }
  }
}
