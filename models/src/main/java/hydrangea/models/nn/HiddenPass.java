package hydrangea.models.nn;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The activation of one hidden layer on its way forth and back, in place on native memory and in
 * blocks that stay in the processor's first cache.
 *
 * <p>A stack holds B rows of values and below them K blocks of B rows of tangents.
 *
 * <p>Every block is an array of its own: the JVM makes vector instructions only of loops in which
 * all arrays have the same index.
 */
final class HiddenPass {
  private static final int BLOCK = 1024;

  private final FloatActivation activation;
  private final int columns;
  private final int values;
  private final int block;
  private final Blocks blocks;
  private final int count; // of blocks
  private final float[][] slope; // f'(z), block by block; empty if the value tells it
  private final float[][] z; // before the activation, block by block; empty if no tangent goes back
  private final float[][][] zDot; // of every direction that goes back, block by block

  /**
   * Room for what a way back needs.
   *
   * @param keepsSlope whether f' is wanted after the values are bent
   * @param goingBack how many directions have a way back of their own: all or none
   */
  private HiddenPass(
      FloatActivation activation, int rows, int columns, boolean keepsSlope, int goingBack) {
    this.activation = activation;
    this.columns = columns;
    values = rows * columns;
    block = columns * Math.max(1, BLOCK / columns);
    blocks = Blocks.of(block);
    count = (values + block - 1) / block;
    slope = taken(keepsSlope ? count : 0);
    z = taken(goingBack == 0 ? 0 : count);
    zDot = new float[goingBack][][];
    for (int k = 0; k < goingBack; k++) {
      zDot[k] = taken(count);
    }
  }

  /** For values alone, without a way back. */
  static HiddenPass oneWay(FloatActivation activation, int rows, int columns) {
    return new HiddenPass(activation, rows, columns, false, 0);
  }

  /** For values, with their way back. */
  static HiddenPass ofValues(FloatActivation activation, int rows, int columns) {
    return new HiddenPass(activation, rows, columns, !activation.valueTellsSlope(), 0);
  }

  /**
   * For values and tangents.
   *
   * @param goingBack how many directions have a way back of their own: all or none
   */
  static HiddenPass ofTangents(FloatActivation activation, int rows, int columns, int goingBack) {
    return new HiddenPass(activation, rows, columns, true, goingBack);
  }

  private float[][] taken(int count) {
    var taken = new float[count][];
    for (int i = 0; i < count; i++) {
      taken[i] = blocks.take();
    }
    return taken;
  }

  /**
   * Bends a stack in place: of x W' it makes f(z) with z = x W' + b, of xdot W' f'(z) times that.
   *
   * @param b the sequence whose numbers from {@code start} on are b, one a column
   */
  void bend(FloatBuffer stack, float[] b, int start) {
    var scratch = blocks.take();
    var y = blocks.take();
    bendValues(stack, tiled(b, start), scratch, y);
    for (int k = 0; values > 0 && k < stack.limit() / values - 1; k++) {
      bendTangents(stack, k, scratch, y);
    }
    blocks.give(scratch, y);
  }

  private void bendValues(FloatBuffer stack, float[] bias, float[] scratch, float[] y) {
    var lost = blocks.take();
    for (int i = 0; i < count; i++) {
      var here = z.length == 0 ? scratch : z[i];
      get(stack, i * block, here, size(i));
      add(here, bias);
      if (slope.length > 0) {
        activation.bend(here, y, slope[i]);
      } else if (activation.valueTellsSlope()) {
        activation.value(here, y);
      } else {
        activation.bend(here, y, lost);
      }
      stack.put(i * block, y, 0, size(i));
    }
    blocks.give(bias, lost);
  }

  private void bendTangents(FloatBuffer stack, int k, float[] scratch, float[] y) {
    int start = (k + 1) * values;
    for (int i = 0; i < count; i++) {
      var here = zDot.length == 0 ? scratch : zDot[k][i];
      get(stack, start + i * block, here, size(i));
      multiply(here, slope[i], y);
      stack.put(start + i * block, y, 0, size(i));
    }
  }

  /** Gives the room back: there is no way back. */
  void free() {
    blocks.give(slope);
    blocks.give(z);
    for (var tangents : zDot) {
      blocks.give(tangents);
    }
  }

  /**
   * In place, gradients of what came out become those of what went in: dzdot = f'(z) dydot and dz =
   * f'(z) dy + f''(z) sum_k zdot_k dydot_k.
   *
   * @param d a stack, or its values alone
   * @param y what came out
   * @return the sums of the columns of dz: the gradient of b
   */
  float[] back(FloatBuffer d, FloatBuffer y) {
    var sums = blocks.take();
    Arrays.fill(sums, 0);
    var dz = blocks.take();
    var here = blocks.take();
    for (int i = 0; i < count; i++) {
      get(d, i * block, dz, size(i));
      if (slope.length == 0) {
        get(y, i * block, here, size(i));
        activation.back(here, dz);
      } else {
        multiply(dz, slope[i], dz);
      }
      if (d.limit() > values) {
        backTangents(d, i, dz);
      }
      add(sums, dz);
      d.put(i * block, dz, 0, size(i));
    }
    free();
    var folded = folded(sums);
    blocks.give(sums, dz, here);
    return folded;
  }

  /**
   * The same for some of the rows of values alone, and without sums.
   *
   * @param d of these rows
   * @param y what came out, all rows
   */
  void back(FloatBuffer d, FloatBuffer y, LiveRows rows) {
    var dz = blocks.take();
    var here = blocks.take();
    int most = block / columns;
    for (int from = 0; from < rows.count(); from += most) {
      int n = Math.min(most, rows.count() - from);
      get(d, from * columns, dz, n * columns);
      for (int j = 0; j < n; j++) {
        getRow(y, rows.at(from + j), here, j * columns);
      }
      Arrays.fill(here, n * columns, block, 0);
      if (slope.length == 0) {
        activation.back(here, dz);
      } else {
        multiply(dz, here, dz);
      }
      d.put(from * columns, dz, 0, n * columns);
    }
    free();
    blocks.give(dz, here);
  }

  /** The slopes of a row, or the values that tell them. */
  private void getRow(FloatBuffer y, int row, float[] to, int at) {
    int most = block / columns;
    if (slope.length == 0) {
      y.get(row * columns, to, at, columns);
    } else {
      System.arraycopy(slope[row / most], row % most * columns, to, at, columns);
    }
  }

  private void backTangents(FloatBuffer d, int i, float[] dz) {
    var bow = blocks.take();
    var product = blocks.take();
    var dzDot = blocks.take();
    activation.second(z[i], bow);
    for (int k = 0; k < zDot.length; k++) {
      int at = (k + 1) * values + i * block;
      get(d, at, dzDot, size(i));
      multiply(zDot[k][i], dzDot, product);
      multiply(product, bow, product);
      add(dz, product);
      multiply(dzDot, slope[i], dzDot);
      d.put(at, dzDot, 0, size(i));
    }
    blocks.give(bow, product, dzDot);
  }

  /** How much of block {@code i} is filled: all but the last are full. */
  private int size(int i) {
    return Math.min(block, values - i * block);
  }

  /** Zeros behind the last row, so that sums need not know where it ends. */
  private static void get(FloatBuffer from, int at, float[] to, int n) {
    from.get(at, to, 0, n);
    Arrays.fill(to, n, to.length, 0);
  }

  /** b below itself until the block is full. */
  private float[] tiled(float[] bias, int start) {
    var tile = blocks.take();
    for (int at = 0; at < block; at += columns) {
      System.arraycopy(bias, start, tile, at, columns);
    }
    return tile;
  }

  private float[] folded(float[] sums) {
    var folded = new float[columns];
    for (int at = 0; at < sums.length; at += columns) {
      for (int j = 0; j < columns; j++) {
        folded[j] += sums[at + j];
      }
    }
    return folded;
  }

  private static void add(float[] sum, float[] b) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
  }

  private static void multiply(float[] a, float[] b, float[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] = a[i] * b[i];
    }
  }
}
