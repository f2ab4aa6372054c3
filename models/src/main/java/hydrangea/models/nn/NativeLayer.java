package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Weights;
import java.nio.FloatBuffer;

/**
 * The weight W of one layer in native memory, {@code [outputs, inputs]}; its bias is added in Java.
 *
 * @param start where W starts in the weights
 * @param bias where the bias starts in the weights
 * @param narrow has so few inputs that a product with as few columns is five times slower than the
 *     same one turned, with as few rows
 */
record NativeLayer(NDArray weight, int start, int bias, int outputs, boolean narrow) {
  private static final int NARROW = 24;

  static NativeLayer of(Mlp.Layer place, int offset, NDArray weight) {
    boolean narrow = place.inputs() <= NARROW && place.inputs() < place.outputs();
    return new NativeLayer(
        weight, offset + place.weight(), offset + place.bias(), place.outputs(), narrow);
  }

  /** x W'. */
  NDArray linear(NDArray x) {
    return x.getNDArrayInternal().linear(x, weight, null).head();
  }

  /** Of x W' in place: f(x W' + b) where it holds values; see {@link HiddenPass}. */
  void bend(HiddenPass hidden, NDArray stack, Weights weights) {
    hidden.bend(NativeMemory.floats(stack), weights.value(), bias);
  }

  /** x W' + b of the next {@code rows} of {@code floats}. */
  Matrix biased(FloatBuffer floats, int rows, Weights weights) {
    var y = NativeMemory.out(floats, rows, outputs);
    for (int i = 0; i < y.data.length; i++) {
      y.data[i] += weights.value()[bias + i % outputs];
    }
    return y;
  }

  /** dy W, the gradient of x. */
  NDArray back(NDArray dy) {
    return dy.matMul(weight);
  }

  /** The same to be read and no more: it may be turned in memory, where nobody could change it. */
  NDArray backToRead(NDArray dy) {
    if (!narrow) {
      return back(dy);
    }
    try (var turned = weight.swapAxes(0, 1);
        var turnedDy = dy.swapAxes(0, 1);
        var gradient = turned.matMul(turnedDy)) {
      var dx = gradient.swapAxes(0, 1);
      dx.attach(dy.getManager()); // else it would belong to the weights, and outlive the pass
      return dx;
    }
  }

  /** Adds the gradient of W, dy' x, to {@code into}. */
  void collect(NDArray dy, NDArray x, Gradient into) {
    try (var turned = (narrow ? x : dy).swapAxes(0, 1);
        var product = turned.matMul(narrow ? dy : x);
        var gradient = narrow ? product.swapAxes(0, 1) : product) {
      into.add(start, NativeMemory.floats(gradient));
    }
  }
}
