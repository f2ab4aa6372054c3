package hydrangea.models.nn;

import hydrangea.models.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pass through an {@link Mlp} whose parameters are doubles. Every matrix here is a stack: B rows
 * of values, below them K blocks of B rows of tangents, so a layer treats both as one batch.
 */
final class DoublePass {
  private final List<Mlp.Layer> layers;
  private final Activation activation;
  private final double[] parameters;
  private final int rows;
  private final Matrix[] inputs; // of each layer
  private final Matrix[] affine; // what each layer made of it, before the activation

  DoublePass(Mlp shape, double[] parameters, Matrix x, Matrix directions) {
    this.layers = shape.layers();
    this.activation = shape.activation();
    this.parameters = parameters;
    this.rows = x.rows;
    this.inputs = new Matrix[layers.size()];
    this.affine = new Matrix[layers.size()];
    var stack = below(x, directions);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = stack;
      affine[i] = affine(layers.get(i), parameters, stack, rows);
      stack = activated(affine[i]);
    }
  }

  /** The value alone. */
  static Matrix apply(Mlp shape, double[] parameters, Matrix x) {
    var layers = shape.layers();
    var y = affine(layers.get(0), parameters, x, x.rows);
    for (var layer : layers.subList(1, layers.size())) {
      for (int i = 0; i < y.data.length; i++) {
        y.data[i] = shape.activation().value(y.data[i]);
      }
      y = affine(layer, parameters, y, y.rows);
    }
    return y;
  }

  Matrix value() {
    return affine[affine.length - 1].rows(0, rows);
  }

  Matrix tangent() {
    var last = affine[affine.length - 1];
    return last.rows(rows, last.rows);
  }

  /** The gradient of the input; adds that of the parameters to {@code gradient} if there is one. */
  Matrix backward(Matrix dValue, Matrix dTangent, double @Nullable [] gradient) {
    var d = below(dValue, dTangent);
    for (int i = affine.length - 1; i >= 0; i--) {
      if (i < affine.length - 1) {
        throughActivation(d, affine[i]);
      }
      if (gradient != null) {
        collect(layers.get(i), d, inputs[i], gradient);
      }
      d = throughAffine(layers.get(i), d);
    }
    return d.rows(0, rows);
  }

  private static Matrix below(Matrix upper, Matrix lower) {
    var both = new Matrix(upper.rows + lower.rows, upper.columns);
    System.arraycopy(upper.data, 0, both.data, 0, upper.data.length);
    System.arraycopy(lower.data, 0, both.data, upper.data.length, lower.data.length);
    return both;
  }

  /** W x + b in the first {@code biased} rows, W x in the others. */
  private static Matrix affine(Mlp.Layer layer, double[] parameters, Matrix x, int biased) {
    var y = new Matrix(x.rows, layer.outputs());
    int n = layer.inputs();
    for (int i = 0; i < x.rows; i++) {
      for (int j = 0; j < y.columns; j++) {
        y.data[i * y.columns + j] =
            (i < biased ? parameters[layer.bias() + j] : 0)
                + dot(parameters, layer.weight() + j * n, x.data, i * n, n);
      }
    }
    return y;
  }

  /** Four sums side by side: one alone waits for its own last addition. */
  private static double dot(double[] a, int aStart, double[] b, int bStart, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += a[aStart + i] * b[bStart + i];
      s1 += a[aStart + i + 1] * b[bStart + i + 1];
      s2 += a[aStart + i + 2] * b[bStart + i + 2];
      s3 += a[aStart + i + 3] * b[bStart + i + 3];
    }
    for (; i < n; i++) {
      s0 += a[aStart + i] * b[bStart + i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** f(z) of the values, f'(z) zdot of the tangents. */
  private Matrix activated(Matrix z) {
    var y = new Matrix(z.rows, z.columns);
    int block = rows * z.columns;
    for (int i = 0; i < block; i++) {
      y.data[i] = activation.value(z.data[i]);
      if (z.rows > rows) {
        double slope = activation.derivative(z.data[i]);
        for (int k = i + block; k < z.data.length; k += block) {
          y.data[k] = slope * z.data[k];
        }
      }
    }
    return y;
  }

  /** In place: dzdot = f'(z) dydot and dz = f'(z) dy + f''(z) sum_k zdot_k dydot_k. */
  private void throughActivation(Matrix d, Matrix z) {
    int block = rows * z.columns;
    for (int i = 0; i < block; i++) {
      double slope = activation.derivative(z.data[i]);
      double sum = 0;
      for (int k = i + block; k < d.data.length; k += block) {
        sum += z.data[k] * d.data[k];
        d.data[k] *= slope;
      }
      d.data[i] = slope * d.data[i] + (sum == 0 ? 0 : activation.second(z.data[i]) * sum);
    }
  }

  private void collect(Mlp.Layer layer, Matrix d, Matrix x, double[] gradient) {
    for (int i = 0; i < d.rows; i++) {
      for (int j = 0; j < d.columns; j++) {
        double dy = d.at(i, j);
        if (i < rows) {
          gradient[layer.bias() + j] += dy;
        }
        addScaled(dy, x.data, i * x.columns, gradient, layer.weight() + j * x.columns, x.columns);
      }
    }
  }

  private Matrix throughAffine(Mlp.Layer layer, Matrix d) {
    var dx = new Matrix(d.rows, layer.inputs());
    int n = layer.inputs();
    for (int i = 0; i < d.rows; i++) {
      for (int j = 0; j < d.columns; j++) {
        addScaled(d.at(i, j), parameters, layer.weight() + j * n, dx.data, i * n, n);
      }
    }
    return dx;
  }

  private static void addScaled(
      double factor, double[] from, int start, double[] to, int toStart, int n) {
    for (int i = 0; i < n; i++) {
      to[toStart + i] += factor * from[start + i];
    }
  }
}
