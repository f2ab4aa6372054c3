package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.TangentPass;
import hydrangea.models.Weights;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;

/**
 * A pass of a {@link DjlMlp}, with K tangents or none. Values and tangents are one stack, K + 1
 * times the batch, so that every layer is one matrix product; it keeps each layer's input.
 */
final class DjlPass implements TangentPass {
  private final Mlp shape;
  private final Weights weights;
  private final Mirror mirror;
  private final Ticket ticket;
  private final NativeMemory memory;
  private final NativeLayer[] layers;
  private final NDArray[] x;
  private final HiddenPass[] hidden;
  private final Matrix value;
  private final Matrix tangent;

  DjlPass(
      Mlp shape, Weights weights, Mirror mirror, Matrix input, Matrix directions, int goingBack) {
    this.shape = shape;
    this.weights = weights;
    this.mirror = mirror;
    ticket = new Ticket(weights);
    memory = NativeMemory.ofPass(this);
    layers = mirror.layers();
    hidden = new HiddenPass[layers.length - 1];
    var activation = FloatActivation.of(shape.activation());
    x = new NDArray[layers.length];
    x[0] = memory.in(input, directions);
    for (int i = 0; i < hidden.length; i++) {
      x[i + 1] = layers[i].linear(x[i]);
      int columns = layers[i].outputs();
      hidden[i] =
          directions.rows == 0
              ? HiddenPass.ofValues(activation, input.rows, columns)
              : HiddenPass.ofTangents(activation, input.rows, columns, goingBack);
      layers[i].bend(hidden[i], x[i + 1], weights);
    }
    try (var y = layers[hidden.length].linear(x[hidden.length])) {
      var floats = NativeMemory.floats(y);
      value = layers[hidden.length].biased(floats, input.rows, weights);
      tangent = NativeMemory.out(floats, directions.rows, shape.outputs());
    }
  }

  @Override
  public Matrix value() {
    return value;
  }

  @Override
  public Matrix tangent() {
    return tangent;
  }

  @Override
  public Matrix backward(Matrix dValue, Gradient into) {
    return into.collects(weights) || tangent.rows > 0
        ? back(dValue, new Matrix(0, dValue.columns), into)
        : backToInput(dValue);
  }

  @Override
  public Matrix backward(Matrix dValue, Matrix dTangent, Gradient into) {
    Mlp.requireGradient(dTangent, tangent);
    return back(dValue, dTangent, into);
  }

  /** Not back through the first layer, whose input has no gradient then. */
  @Override
  public void collect(Matrix dValue, Gradient into) {
    Mlp.requireGradient(dValue, value);
    open();
    try (memory) {
      toFirstLayer(dValue, new Matrix(0, dValue.columns), into);
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }

  private Matrix back(Matrix dValue, Matrix dTangent, Gradient into) {
    Mlp.requireGradient(dValue, value);
    open();
    try (memory) {
      var d = layers[0].backToRead(toFirstLayer(dValue, dTangent, into));
      return NativeMemory.out(NativeMemory.floats(d), value.rows, shape.inputs());
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }

  /** Nothing but the gradient of the input. */
  private Matrix backToInput(Matrix dValue) {
    Mlp.requireGradient(dValue, value);
    open();
    try (memory) {
      var dInput = new Matrix(value.rows, shape.inputs());
      var rows = LiveRows.of(dValue);
      if (rows.count() > 0) {
        var d = layers[0].backToRead(toFirstLayer(rows.pick(dValue), rows));
        rows.spread(NativeMemory.floats(d), dInput);
      }
      return dInput;
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }

  private NDArray toFirstLayer(Matrix dValue, LiveRows rows) {
    var d = memory.in(dValue);
    for (int i = hidden.length; i > 0; i--) {
      try (var done = d;
          var y = x[i]) {
        d = layers[i].back(done);
        hidden[i - 1].back(NativeMemory.floats(d), NativeMemory.floats(y), rows);
      }
    }
    return d;
  }

  private void open() {
    ticket.use();
    memory.requireOpen();
  }

  /** The gradient of what the first layer gave, before the activation. */
  private NDArray toFirstLayer(Matrix dValue, Matrix dTangent, Gradient into) {
    boolean collects = into.collects(weights);
    var d = memory.in(dValue, dTangent);
    for (int i = hidden.length; ; i--) {
      float[] dBias = i < hidden.length ? back(i, d) : sums(dValue);
      if (collects) {
        into.add(layers[i].bias(), FloatBuffer.wrap(dBias));
        collectLayer(i, d, into);
      }
      if (i == 0) {
        return d;
      }
      try (var done = d) {
        d = layers[i].back(done);
      }
    }
  }

  /** What came out is not used again: freed now, it leaves the caches to what is. */
  private float[] back(int i, NDArray d) {
    try (var y = x[i + 1]) {
      return hidden[i].back(NativeMemory.floats(d), NativeMemory.floats(y));
    }
  }

  /** Where only values go back, tangents of the input are no part of the gradient. */
  private void collectLayer(int i, NDArray d, Gradient into) {
    if (d.size(0) == x[i].size(0)) {
      layers[i].collect(d, x[i], into);
      return;
    }
    var parts = x[i].split(new long[] {value.rows});
    try (var values = parts.get(0);
        var tangents = parts.get(1)) {
      layers[i].collect(d, values, into);
    }
  }

  private static float[] sums(Matrix d) {
    var sums = new double[d.columns];
    for (int i = 0; i < d.data.length; i++) {
      sums[i % d.columns] += d.data[i];
    }
    var floats = new float[d.columns];
    for (int j = 0; j < d.columns; j++) {
      floats[j] = (float) sums[j];
    }
    return floats;
  }
}
