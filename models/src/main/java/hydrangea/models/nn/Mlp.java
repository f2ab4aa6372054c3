package hydrangea.models.nn;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a multi-layer perceptron: y = W_n f(... f(W_1 x + b_1) ...) + b_n. Its numbers are
 * one slice of a {@link Weights}: layer after layer, each its weight {@code [outputs, inputs]}
 * row-major, then its bias {@code [outputs]}.
 */
public record Mlp(int inputs, List<Integer> hidden, int outputs, Activation activation) {
  public Mlp {
    hidden = List.copyOf(hidden);
    if (inputs < 1 || outputs < 1 || hidden.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "every layer needs a width of at least 1: " + inputs + ", " + hidden + ", " + outputs);
    }
  }

  /** One affine map: its widths, and where its numbers start within the slice. */
  public record Layer(int inputs, int outputs, int weight, int bias) {
    /** Where the next layer starts. */
    int end() {
      return bias + outputs;
    }
  }

  public List<Layer> layers() {
    var layers = new ArrayList<Layer>();
    int width = inputs;
    int start = 0;
    for (int i = 0; i <= hidden.size(); i++) {
      int next = i < hidden.size() ? hidden.get(i) : outputs;
      int bias = Math.addExact(start, Math.multiplyExact(width, next));
      layers.add(new Layer(width, next, start, bias));
      width = next;
      start = Math.addExact(bias, next);
    }
    return layers;
  }

  /** How many numbers the slice has. */
  public int size() {
    return layers().get(hidden.size()).end();
  }

  /**
   * Fills the slice that starts at {@code offset}: the layers by {@code initializer}, the one that
   * gives the outputs by {@code last}.
   */
  public void initialize(
      Weights weights, int offset, Initializer initializer, Initializer last, Seeds seeds) {
    float[] slice = weights.edit();
    var layers = layers();
    for (int i = 0; i < layers.size(); i++) {
      var layer = layers.get(i);
      var chosen = i < hidden.size() ? initializer : last;
      var here = seeds.at(i);
      var weight = chosen.weight(layer.inputs(), layer.outputs(), here.at("weight"));
      var bias = chosen.bias(layer.inputs(), layer.outputs(), here.at("bias"));
      copy(weight, slice, offset + layer.weight());
      copy(bias, slice, offset + layer.bias());
    }
  }

  void requireSlice(Weights weights, int offset) {
    if (offset < 0 || offset + size() > weights.size()) {
      throw new IllegalArgumentException(
          this + " needs " + size() + " weights from " + offset + " on, of " + weights.size());
    }
  }

  void requireInput(Matrix x) {
    if (x.columns != inputs) {
      throw new IllegalArgumentException(
          "a network of " + inputs + " inputs was given " + x.columns + " columns");
    }
  }

  void requireDirections(Matrix x, Matrix directions) {
    requireInput(x);
    requireInput(directions);
    if (x.rows == 0 ? directions.rows > 0 : directions.rows % x.rows > 0) {
      throw new IllegalArgumentException(
          directions.rows + " directions are no multiple of " + x.rows + " rows");
    }
  }

  static void requireGradient(Matrix gradient, Matrix of) {
    if (gradient.rows != of.rows || gradient.columns != of.columns) {
      throw new IllegalArgumentException(
          "the gradient of [%d, %d] has the same shape, not [%d, %d]"
              .formatted(of.rows, of.columns, gradient.rows, gradient.columns));
    }
  }

  private static void copy(Matrix from, float[] to, int start) {
    for (int i = 0; i < from.data.length; i++) {
      to[start + i] = (float) from.data[i];
    }
  }
}
