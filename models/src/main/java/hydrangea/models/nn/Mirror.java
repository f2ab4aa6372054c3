package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import hydrangea.models.Weights;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A network's slice of the weights in native memory: one array, with the layers as views of it.
 * Made at its first use, copied when the weights' revision has changed, freed when the mirror is
 * garbage: who computes with the layers keeps the mirror reachable.
 */
final class Mirror {
  private final Mlp shape;
  private final Weights weights;
  private final int offset;
  private NativeLayer @Nullable [] layers;
  private @Nullable FloatBuffer floats;
  private int revision;

  Mirror(Mlp shape, Weights weights, int offset) {
    this.shape = shape;
    this.weights = weights;
    this.offset = offset;
  }

  /** The layers, with the numbers that the weights have now. */
  synchronized NativeLayer[] layers() {
    if (layers == null || floats == null) {
      var slice = NativeMemory.ofNetwork(this).create(new Shape(shape.size()));
      floats = NativeMemory.floats(slice);
      layers = views(slice);
      copy(floats);
    } else if (revision != weights.revision()) {
      copy(floats);
    }
    return layers;
  }

  private void copy(FloatBuffer to) {
    revision = weights.revision();
    to.put(0, weights.value(), offset, shape.size());
  }

  private NativeLayer[] views(NDArray slice) {
    var places = shape.layers();
    var views = new NativeLayer[places.size()];
    for (int i = 0; i < views.length; i++) {
      var place = places.get(i);
      var parts = slice.split(new long[] {place.weight(), place.bias()});
      var weight = parts.get(1).reshape(place.outputs(), place.inputs());
      views[i] = NativeLayer.of(place, offset, weight);
    }
    return views;
  }
}
