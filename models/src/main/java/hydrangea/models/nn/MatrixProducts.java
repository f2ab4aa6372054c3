package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix products of one update of an {@link Mlp} and nothing else, the floor under its time: a
 * layer's value, perhaps its tangent, the gradient of its weight and, but for the first layer, that
 * of its input.
 */
public final class MatrixProducts implements AutoCloseable {
  private record Product(NDArray a, NDArray b) {}

  private final NativeMemory memory = NativeMemory.temporary();
  private final List<Product> products = new ArrayList<>();

  /**
   * The products of a batch.
   *
   * @param rows of the batch, B
   * @param tangent whether one derivative is carried beside the value
   */
  public MatrixProducts(Mlp shape, int rows, boolean tangent) {
    for (var layer : shape.layers()) {
      var x = random(rows, layer.inputs());
      var w = random(layer.outputs(), layer.inputs());
      var dy = random(rows, layer.outputs());
      products.add(new Product(x, w.swapAxes(0, 1)));
      if (tangent) {
        products.add(new Product(random(rows, layer.inputs()), w.swapAxes(0, 1)));
      }
      products.add(new Product(dy.swapAxes(0, 1), x));
      if (layer.weight() > 0) {
        products.add(new Product(dy, w));
      }
    }
  }

  private NDArray random(int rows, int columns) {
    Matrix numbers = new Seeds(rows).at(columns).normal(rows, columns);
    return memory.in(numbers);
  }

  public void run() {
    for (var product : products) {
      product.a.matMul(product.b).close();
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
