package hydrangea.models.testing;

import hydrangea.models.Matrix;
import java.util.function.Function;

/** The Jacobian of a map of rows by central differences: owes nothing to the map's own terms. */
public final class Jacobians {
  private static final double STEP = 1e-5;

  private Jacobians() {}

  /** log|det dy/dx| of every row of a map that treats rows apart, {@code [B, 1]}. */
  public static Matrix logDeterminants(Function<Matrix, Matrix> map, Matrix x) {
    int n = x.columns;
    var jacobians = new double[x.rows][n][n];
    for (int j = 0; j < n; j++) {
      Matrix above = map.apply(moved(x, j, STEP));
      Matrix below = map.apply(moved(x, j, -STEP));
      for (int i = 0; i < x.rows; i++) {
        for (int k = 0; k < n; k++) {
          jacobians[i][k][j] = (above.at(i, k) - below.at(i, k)) / (2 * STEP);
        }
      }
    }
    var logs = new Matrix(x.rows, 1);
    for (int i = 0; i < x.rows; i++) {
      logs.data[i] = logDeterminant(jacobians[i]);
    }
    return logs;
  }

  private static Matrix moved(Matrix x, int column, double by) {
    var moved = new Matrix(x.rows, x.columns, x.data.clone());
    for (int i = 0; i < moved.rows; i++) {
      moved.data[i * moved.columns + column] += by;
    }
    return moved;
  }

  /** By elimination with the largest pivot of each column. */
  private static double logDeterminant(double[][] a) {
    double log = 0;
    for (int c = 0; c < a.length; c++) {
      int pivot = c;
      for (int i = c + 1; i < a.length; i++) {
        pivot = Math.abs(a[i][c]) > Math.abs(a[pivot][c]) ? i : pivot;
      }
      double[] row = a[pivot];
      a[pivot] = a[c];
      a[c] = row;
      log += Math.log(Math.abs(row[c]));
      for (int i = c + 1; i < a.length; i++) {
        double factor = a[i][c] / row[c];
        for (int k = c; k < a.length; k++) {
          a[i][k] -= factor * row[k];
        }
      }
    }
    return log;
  }
}
