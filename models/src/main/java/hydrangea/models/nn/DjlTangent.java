package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.TangentPass;
import hydrangea.models.Weights;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A pass of a {@link DjlMlp} with tangents. With z = W x + b: zdot = W xdot, and the activation
 * gives f(z) and f'(z) zdot.
 */
final class DjlTangent implements TangentPass {
  private final Mlp shape;
  private final Weights weights;
  private final Mirror mirror;
  private final Ticket ticket;
  private final NativeMemory memory;
  private final NativeLayer[] layers;
  private final int rows;
  private final int directions;
  private final Matrix value;
  private final Matrix tangent;
  private final NDArray[] x;
  private final NDArray[] xDot;
  private final NDArray[] z;
  private final NDArray[] zDot;
  private final NDArray[] slope;

  DjlTangent(Mlp shape, Weights weights, Mirror mirror, Matrix input, Matrix inputDot) {
    this.shape = shape;
    this.weights = weights;
    this.mirror = mirror;
    ticket = new Ticket(weights);
    memory = NativeMemory.ofPass(this);
    layers = mirror.layers();
    rows = input.rows;
    directions = inputDot.rows / Math.max(1, input.rows);
    int hidden = layers.length - 1;
    x = new NDArray[hidden + 1];
    xDot = new NDArray[hidden + 1];
    z = new NDArray[hidden];
    zDot = new NDArray[hidden];
    slope = new NDArray[hidden];
    x[0] = memory.in(input);
    xDot[0] = memory.in(inputDot);
    for (int i = 0; i < hidden; i++) {
      z[i] = layers[i].affine(x[i]);
      zDot[i] = layers[i].linear(xDot[i]);
      var bend = NativeActivation.bend(shape.activation(), z[i]);
      slope[i] = bend.slope();
      x[i + 1] = bend.value();
      xDot[i + 1] = scaled(zDot[i], slope[i]);
    }
    try (var y = layers[hidden].affine(x[hidden]);
        var yDot = layers[hidden].linear(xDot[hidden])) {
      value = NativeMemory.out(y, input.rows, shape.outputs());
      tangent = NativeMemory.out(yDot, inputDot.rows, shape.outputs());
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
    return back(dValue, null, into);
  }

  @Override
  public Matrix backward(Matrix dValue, Matrix dTangent, Gradient into) {
    Mlp.requireGradient(dTangent, tangent);
    return back(dValue, dTangent, into);
  }

  private Matrix back(Matrix dValue, @Nullable Matrix dTangent, Gradient into) {
    Mlp.requireGradient(dValue, value);
    ticket.use();
    memory.requireOpen();
    try (memory) {
      boolean collects = into.collects(weights);
      var d = memory.in(dValue);
      var dDot = dTangent == null ? null : memory.in(dTangent);
      for (int i = z.length; i >= 0; i--) {
        if (i < z.length) {
          throughActivation(i, d, dDot);
        }
        if (collects) {
          layers[i].collect(d, x[i], into.value());
        }
        if (collects && dDot != null) {
          layers[i].collectWeight(dDot, xDot[i], into.value());
        }
        try (var done = d) {
          d = layers[i].back(done);
        }
        if (dDot != null && i > 0) {
          try (var done = dDot) {
            dDot = layers[i].back(done);
          }
        }
      }
      return NativeMemory.out(d, rows, shape.inputs());
    } finally {
      Reference.reachabilityFence(mirror);
    }
  }

  /** In place: dzdot = f'(z) dydot and dz = f'(z) dy + f''(z) sum_k zdot_k dydot_k. */
  private void throughActivation(int i, NDArray d, @Nullable NDArray dDot) {
    d.muli(slope[i]);
    if (dDot != null) {
      try (var second = NativeActivation.second(shape.activation(), z[i])) {
        d.addi(sum(zDot[i].muli(dDot)).muli(second));
      }
      byDirection(dDot).muli(slope[i]);
    }
  }

  /** {@code [K B, n]} times {@code [B, n]}, block by block. */
  private NDArray scaled(NDArray stack, NDArray factor) {
    return directions == 1
        ? stack.mul(factor)
        : byDirection(stack).mul(factor).reshape(stack.getShape());
  }

  /** The sum of the blocks, {@code [B, n]}. */
  private NDArray sum(NDArray stack) {
    return directions == 1 ? stack : byDirection(stack).sum(new int[] {0});
  }

  /** The same memory as {@code [K, B, n]}. */
  private NDArray byDirection(NDArray stack) {
    return directions == 1 ? stack : stack.reshape(directions, rows, stack.getShape().get(1));
  }
}
