package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;

/**
 * One affine map in native memory, y = x W' + b, and where its numbers start in the weights.
 *
 * @param weight W, {@code [out, in]}
 * @param bias b, {@code [out]}
 */
record NativeLayer(int weightStart, int biasStart, NDArray weight, NDArray bias) {
  private static final int[] ROWS = {0};

  /** x W' + b. */
  NDArray affine(NDArray x) {
    return x.getNDArrayInternal().linear(x, weight, bias).head();
  }

  /** x W', the derivative along x. */
  NDArray linear(NDArray x) {
    return x.getNDArrayInternal().linear(x, weight, null).head();
  }

  /** dy W, the gradient of x. */
  NDArray back(NDArray dy) {
    return dy.matMul(weight);
  }

  /** Adds the gradient of both to {@code sum}. */
  void collect(NDArray dy, NDArray x, float[] sum) {
    collectWeight(dy, x, sum);
    collectBias(dy, sum);
  }

  /** Adds the gradient of the weight, dy' x, to {@code sum}. */
  void collectWeight(NDArray dy, NDArray x, float[] sum) {
    try (var across = dy.swapAxes(0, 1);
        var gradient = across.matMul(x)) {
      NativeMemory.add(gradient, sum, weightStart);
    }
  }

  /** Adds the gradient of the bias, the sum of dy's rows, to {@code sum}. */
  private void collectBias(NDArray dy, float[] sum) {
    try (var gradient = dy.sum(ROWS)) {
      NativeMemory.add(gradient, sum, biasStart);
    }
  }
}
