package hydrangea.models.transport;

import hydrangea.models.Matrix;

/** What it costs to carry each point of {@code a} to each of {@code b}: {@code [n, m]}. */
public final class Costs {
  private Costs() {}

  /** |a_i - b_j|. */
  public static Matrix euclidean(Matrix a, Matrix b) {
    var cost = squared(a, b);
    for (int k = 0; k < cost.data.length; k++) {
      cost.data[k] = Math.sqrt(cost.data[k]);
    }
    return cost;
  }

  /** |a_i - b_j|^2, by differences: the expanded square would lose the small ones. */
  public static Matrix squared(Matrix a, Matrix b) {
    if (a.columns != b.columns) {
      throw new IllegalArgumentException(
          "points of %d and %d coordinates".formatted(a.columns, b.columns));
    }
    var cost = new Matrix(a.rows, b.rows);
    for (int k = 0; k < a.columns; k++) {
      addSquares(a.columns(k, k + 1).data, b.columns(k, k + 1).data, cost.data);
    }
    return cost;
  }

  private static void addSquares(double[] a, double[] b, double[] cost) {
    for (int i = 0; i < a.length; i++) {
      double x = a[i];
      int row = i * b.length;
      for (int j = 0; j < b.length; j++) {
        double difference = x - b[j];
        cost[row + j] += difference * difference;
      }
    }
  }
}
