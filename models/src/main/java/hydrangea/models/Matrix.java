package hydrangea.models;

import java.util.Arrays;

/**
 * A dense {@code [rows, columns]} matrix of doubles, row-major. Its maker owns it: never write to
 * one you were given.
 */
public final class Matrix {
  public final double[] data;
  public final int rows;
  public final int columns;

  public Matrix(int rows, int columns) {
    this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
  }

  /** Wraps {@code data}, which now belongs to the matrix. */
  public Matrix(int rows, int columns, double[] data) {
    if (data.length != rows * columns) {
      throw new IllegalArgumentException(
          data.length + " numbers do not fill [" + rows + ", " + columns + "]");
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  public static Matrix of(double[]... rows) {
    var matrix = new Matrix(rows.length, rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, matrix.data, i * matrix.columns, matrix.columns);
    }
    return matrix;
  }

  /** One column, {@code [B, 1]}. */
  public static Matrix column(double... values) {
    return new Matrix(values.length, 1, values.clone());
  }

  public static Matrix filled(int rows, int columns, double value) {
    var matrix = new Matrix(rows, columns);
    Arrays.fill(matrix.data, value);
    return matrix;
  }

  /** {@code row} below itself {@code rows} times. */
  public static Matrix repeated(double[] row, int rows) {
    return new Matrix(1, row.length, row).stacked(rows);
  }

  public double at(int row, int column) {
    return data[row * columns + column];
  }

  public double[] row(int row) {
    return Arrays.copyOfRange(data, row * columns, (row + 1) * columns);
  }

  /** A copy of rows {@code from} (inclusive) to {@code to} (exclusive). */
  public Matrix rows(int from, int to) {
    return new Matrix(to - from, columns, Arrays.copyOfRange(data, from * columns, to * columns));
  }

  /** A copy of columns {@code from} (inclusive) to {@code to} (exclusive). */
  public Matrix columns(int from, int to) {
    var part = new Matrix(rows, to - from);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(data, i * columns + from, part.data, i * part.columns, part.columns);
    }
    return part;
  }

  /** The matrices side by side; all have the same number of rows. */
  public static Matrix beside(Matrix... parts) {
    int columns = 0;
    for (var part : parts) {
      if (part.rows != parts[0].rows) {
        throw new IllegalArgumentException(
            part.rows + " rows do not fit beside " + parts[0].rows + " rows");
      }
      columns += part.columns;
    }
    var all = new Matrix(parts[0].rows, columns);
    int from = 0;
    for (var part : parts) {
      for (int i = 0; i < part.rows; i++) {
        System.arraycopy(part.data, i * part.columns, all.data, i * columns + from, part.columns);
      }
      from += part.columns;
    }
    return all;
  }

  /** This below itself {@code times} times, {@code [times B, n]}. */
  public Matrix stacked(int times) {
    var all = new Matrix(times * rows, columns);
    for (int k = 0; k < times; k++) {
      System.arraycopy(data, 0, all.data, k * data.length, data.length);
    }
    return all;
  }

  /** The mean of all entries. */
  public double mean() {
    double sum = 0;
    for (double value : data) {
      sum += value;
    }
    return sum / data.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix matrix
        && rows == matrix.rows
        && columns == matrix.columns
        && Arrays.equals(data, matrix.data);
  }

  @Override
  public int hashCode() {
    return 31 * rows + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "[" + rows + ", " + columns + "]" + Arrays.toString(data);
  }
}
