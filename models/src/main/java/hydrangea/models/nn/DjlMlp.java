package hydrangea.models.nn;

import hydrangea.models.Jvp;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.TangentPass;
import hydrangea.models.Weights;
import java.lang.ref.Reference;

/**
 * An {@link Mlp} in floats, with a tangent and a way back of our own: no gradient tape. Matrix
 * products are native, what is done number by number is Java's, and so is the value of a single row
 * of a network that is not large. Its copy of the weights is freed when the network is garbage; see
 * {@link NativeScope} for passes.
 */
public final class DjlMlp implements Network {
  private final Mlp shape;
  private final Weights weights;
  private final Mirror mirror;
  private final SingleRow single;

  public DjlMlp(Mlp shape, Weights weights, int offset) {
    shape.requireSlice(weights, offset);
    this.shape = shape;
    this.weights = weights;
    this.mirror = new Mirror(shape, weights, offset);
    this.single = new SingleRow(shape, weights, offset);
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
    return x.rows == 1 && shape.size() <= SingleRow.MOST_WEIGHTS ? single.apply(x) : applyNative(x);
  }

  private Matrix applyNative(Matrix x) {
    var activation = FloatActivation.of(shape.activation());
    try (var memory = NativeMemory.temporary()) {
      var layers = mirror.layers();
      var y = memory.in(x);
      for (int i = 0; i < layers.length - 1; i++) {
        try (var done = y) {
          y = layers[i].linear(done);
        }
        layers[i].bend(HiddenPass.oneWay(activation, x.rows, layers[i].outputs()), y, weights);
      }
      y = layers[layers.length - 1].linear(y);
      return layers[layers.length - 1].biased(NativeMemory.floats(y), x.rows, weights);
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }

  @Override
  public Pass forward(Matrix x) {
    return pass(x, new Matrix(0, x.columns), 0);
  }

  @Override
  public TangentPass tangent(Matrix x, Matrix directions) {
    return pass(x, directions, x.rows == 0 ? 0 : directions.rows / x.rows);
  }

  @Override
  public Jvp jvp(Matrix x, Matrix directions) {
    DjlPass pass = pass(x, directions, 0);
    return new Jvp(pass, pass.tangent());
  }

  private DjlPass pass(Matrix x, Matrix directions, int goingBack) {
    shape.requireDirections(x, directions);
    try {
      return new DjlPass(shape, weights, mirror, x, directions, goingBack);
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }
}
