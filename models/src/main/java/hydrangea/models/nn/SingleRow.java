package hydrangea.models.nn;

import hydrangea.models.Matrix;
import hydrangea.models.Weights;
import java.util.List;

/**
 * An {@link Mlp} of a single row in plain floats, over the weights as they are: what acting on one
 * observation needs, without a copy of the weights and without a native call.
 */
final class SingleRow {
  /** From here on native products make up for their calls: two layers of 256 take 28 us, or 30. */
  static final int MOST_WEIGHTS = 100_000;

  private final List<Mlp.Layer> layers;
  private final FloatActivation activation;
  private final Weights weights;
  private final int offset;

  SingleRow(Mlp shape, Weights weights, int offset) {
    layers = shape.layers();
    activation = FloatActivation.of(shape.activation());
    this.weights = weights;
    this.offset = offset;
  }

  Matrix apply(Matrix x) {
    var row = new float[x.columns];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) x.data[i];
    }
    row = affine(layers.get(0), row);
    for (var layer : layers.subList(1, layers.size())) {
      row = affine(layer, bent(row));
    }
    var y = new Matrix(1, row.length);
    for (int i = 0; i < row.length; i++) {
      y.data[i] = row[i];
    }
    return y;
  }

  private float[] bent(float[] z) {
    var y = new float[z.length];
    if (activation.valueTellsSlope()) {
      activation.value(z, y);
    } else {
      activation.bend(z, y, new float[z.length]);
    }
    return y;
  }

  /** W x + b: four sums side by side, since one alone waits for its own last addition. */
  private float[] affine(Mlp.Layer layer, float[] x) {
    float[] w = weights.value();
    var y = new float[layer.outputs()];
    System.arraycopy(w, offset + layer.bias(), y, 0, y.length);
    int n = layer.inputs();
    int at = offset + layer.weight();
    int j = 0;
    for (; j < y.length - 3; j += 4, at += 4 * n) {
      addFour(w, at, x, y, j);
    }
    for (; j < y.length; j++, at += n) {
      y[j] += dot(w, at, x);
    }
    return y;
  }

  private static void addFour(float[] w, int at, float[] x, float[] y, int j) {
    int second = at + x.length;
    int third = second + x.length;
    int fourth = third + x.length;
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = 0; i < x.length; i++) {
      float number = x[i];
      s0 += w[at + i] * number;
      s1 += w[second + i] * number;
      s2 += w[third + i] * number;
      s3 += w[fourth + i] * number;
    }
    y[j] += s0;
    y[j + 1] += s1;
    y[j + 2] += s2;
    y[j + 3] += s3;
  }

  private static float dot(float[] w, int at, float[] x) {
    float sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += w[at + i] * x[i];
    }
    return sum;
  }
}
