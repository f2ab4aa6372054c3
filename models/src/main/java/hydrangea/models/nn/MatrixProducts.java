package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix products of one update of some networks and nothing else, the floor under its time: a
 * layer's value, perhaps its tangent, perhaps the gradient of its weight and, but for a first layer
 * whose input nobody learns, that of its input.
 */
public final class MatrixProducts implements AutoCloseable {
  /**
   * What an update does with one network: forward, and back for whoever wants a gradient.
   *
   * @param tangent whether one derivative is carried beside the value
   * @param toWeights whether the weights learn
   * @param toInput whether the gradient goes back to its input
   */
  public record Task(Mlp shape, boolean tangent, boolean toWeights, boolean toInput) {}

  private record Product(NDArray a, NDArray b) {}

  private final NativeMemory memory = NativeMemory.temporary();
  private final List<Product> products = new ArrayList<>();

  /**
   * The products of a batch.
   *
   * @param rows of the batch, B
   */
  public MatrixProducts(int rows, List<Task> tasks) {
    tasks.forEach(task -> add(rows, task));
  }

  private void add(int rows, Task task) {
    for (var layer : task.shape.layers()) {
      var x = random(rows, layer.inputs());
      var w = random(layer.outputs(), layer.inputs());
      var dy = random(rows, layer.outputs());
      products.add(new Product(x, w.swapAxes(0, 1)));
      if (task.tangent) {
        products.add(new Product(random(rows, layer.inputs()), w.swapAxes(0, 1)));
      }
      if (task.toWeights) {
        products.add(new Product(dy.swapAxes(0, 1), x));
      }
      if (layer.weight() > 0 && (task.toWeights || task.toInput)) {
        products.add(new Product(dy, w));
      } else if (task.toInput) { // first layers are narrow: the fast way round, see NativeLayer
        products.add(new Product(w.swapAxes(0, 1), dy.swapAxes(0, 1)));
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
