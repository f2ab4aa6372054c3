package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Weights;
import java.lang.ref.Reference;

/** A pass of a {@link DjlMlp}. It keeps each layer's input, and the slope of each activation. */
final class DjlForward implements Pass {
  private final Mlp shape;
  private final Weights weights;
  private final Mirror mirror;
  private final Ticket ticket;
  private final NativeMemory memory;
  private final NativeLayer[] layers;
  private final NDArray[] x;
  private final NDArray[] slope;
  private final Matrix value;

  DjlForward(Mlp shape, Weights weights, Mirror mirror, Matrix input) {
    this.shape = shape;
    this.weights = weights;
    this.mirror = mirror;
    ticket = new Ticket(weights);
    memory = NativeMemory.ofPass(this);
    layers = mirror.layers();
    x = new NDArray[layers.length];
    slope = new NDArray[layers.length - 1];
    x[0] = memory.in(input);
    for (int i = 0; i < slope.length; i++) {
      try (var z = layers[i].affine(x[i])) {
        var bend = NativeActivation.bend(shape.activation(), z);
        slope[i] = bend.slope();
        x[i + 1] = bend.value();
      }
    }
    try (var y = layers[slope.length].affine(x[slope.length])) {
      value = NativeMemory.out(y, input.rows, shape.outputs());
    }
  }

  @Override
  public Matrix value() {
    return value;
  }

  @Override
  public Matrix backward(Matrix dValue, Gradient into) {
    Mlp.requireGradient(dValue, value);
    ticket.use();
    memory.requireOpen();
    try (memory) {
      boolean collects = into.collects(weights);
      var d = memory.in(dValue);
      for (int i = slope.length; i >= 0; i--) {
        if (i < slope.length) {
          d.muli(slope[i]);
        }
        if (collects) {
          layers[i].collect(d, x[i], into.value());
        }
        try (var done = d) {
          d = layers[i].back(done);
        }
      }
      return NativeMemory.out(d, value.rows, shape.inputs());
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }
}
