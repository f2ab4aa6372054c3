package hydrangea.models.nn;

import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.TangentPass;
import hydrangea.models.Weights;
import java.lang.ref.Reference;

/**
 * An {@link Mlp} in native floats, with a tangent and a way back of our own: no gradient tape. Its
 * copy of the weights is freed when the network is garbage; see {@link NativeScope} for passes.
 */
public final class DjlMlp implements Network {
  private final Mlp shape;
  private final Weights weights;
  private final Mirror mirror;

  public DjlMlp(Mlp shape, Weights weights, int offset) {
    shape.requireSlice(weights, offset);
    this.shape = shape;
    this.weights = weights;
    this.mirror = new Mirror(shape, weights, offset);
  }

  @Override
  public int inputs() {
    return shape.inputs();
  }

  @Override
  public int outputs() {
    return shape.outputs();
  }

  @Override
  public Matrix apply(Matrix x) {
    shape.requireInput(x);
    try (var memory = NativeMemory.temporary()) {
      var layers = mirror.layers();
      var y = layers[0].affine(memory.in(x));
      for (int i = 1; i < layers.length; i++) {
        try (var z = y;
            var hidden = NativeActivation.value(shape.activation(), z)) {
          y = layers[i].affine(hidden);
        }
      }
      return NativeMemory.out(y, x.rows, outputs());
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }

  @Override
  public Pass forward(Matrix x) {
    shape.requireInput(x);
    try {
      return new DjlForward(shape, weights, mirror, x);
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }

  @Override
  public TangentPass tangent(Matrix x, Matrix directions) {
    shape.requireDirections(x, directions);
    try {
      return new DjlTangent(shape, weights, mirror, x, directions);
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }
}
