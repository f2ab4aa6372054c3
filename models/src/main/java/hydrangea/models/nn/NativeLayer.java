package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;

/**
 * One affine map in native memory, y = x W' + b, and where its numbers start in the weights.
 *
 * @param weight W, {@code [out, in]}
 * @param bias b, {@code [out]}
 * @param narrow has so few inputs that a product with as few columns is five times slower than the
 *     same one turned, with as few rows
 */
record NativeLayer(int weightStart, int biasStart, NDArray weight, NDArray bias, boolean narrow) {
  private static final int NARROW = 24;
  private static final int[] ROWS = {0};

  static NativeLayer of(Mlp.Layer place, int offset, NDArray weight, NDArray bias) {
    boolean narrow = place.inputs() <= NARROW && place.inputs() < place.outputs();
    return new NativeLayer(offset + place.weight(), offset + place.bias(), weight, bias, narrow);
  }

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
    if (!narrow) {
      return dy.matMul(weight);
    }
    try (var turned = weight.swapAxes(0, 1);
        var turnedDy = dy.swapAxes(0, 1);
        var gradient = turned.matMul(turnedDy)) {
      var dx = gradient.swapAxes(0, 1);
      dx.attach(dy.getManager()); // else it would belong to the weights, and outlive the pass
      return dx;
    }
  }

  /** Adds the gradient of both to {@code sum}. */
  void collect(NDArray dy, NDArray x, float[] sum) {
    collectWeight(dy, x, sum);
    try (var gradient = dy.sum(ROWS)) {
      NativeMemory.add(gradient, sum, biasStart);
    }
  }

  /** Adds the gradient of the weight, dy' x, to {@code sum}. */
  void collectWeight(NDArray dy, NDArray x, float[] sum) {
    try (var turned = (narrow ? x : dy).swapAxes(0, 1);
        var product = turned.matMul(narrow ? dy : x);
        var gradient = narrow ? product.swapAxes(0, 1) : product) {
      NativeMemory.add(gradient, sum, weightStart);
    }
  }
}
