package hydrangea.models.transport;

import hydrangea.models.Matrix;

/**
 * The cheapest one-to-one assignment of rows to columns, the permutation s that minimises sum_i
 * cost[i, s(i)]; exact, but for ties within 1e-13 of the largest cost. {@link AlternatingBasis} is
 * the method.
 */
public final class Assignment {
  private final int[] columns;
  private final double meanCost;

  private Assignment(int[] columns, double meanCost) {
    this.columns = columns;
    this.meanCost = meanCost;
  }

  /**
   * Of a square matrix of finite costs, of any sign; {@link Costs} makes them from points.
   *
   * @throws IllegalArgumentException if it is not square, is empty, or holds a cost that is not
   *     finite
   */
  public static Assignment of(Matrix cost) {
    if (cost.rows != cost.columns || cost.rows == 0) {
      throw new IllegalArgumentException(
          "costs must be square, but are [%d, %d]".formatted(cost.rows, cost.columns));
    }
    if (!finite(cost)) {
      throw new IllegalArgumentException("costs must be finite");
    }
    int[] columns = new AlternatingBasis(cost).solve();
    double sum = 0;
    for (int i = 0; i < columns.length; i++) {
      sum += cost.at(i, columns[i]);
    }
    return new Assignment(columns, sum / columns.length);
  }

  /**
   * The Wasserstein distance W1 with Euclidean cost between equally many points, the mean distance
   * under the best assignment; NaN if a point is not finite, as a diverged model's are.
   *
   * @param a {@code [n, d]}
   * @param b {@code [n, d]}
   */
  public static double w1(Matrix a, Matrix b) {
    PointSets.checkEqual(a, b);
    var cost = Costs.euclidean(a, b);
    return finite(cost) ? of(cost).meanCost() : Double.NaN;
  }

  private static boolean finite(Matrix cost) {
    for (double c : cost.data) {
      if (!Double.isFinite(c)) {
        return false;
      }
    }
    return true;
  }

  /** The column that {@code row} goes to. */
  public int column(int row) {
    return columns[row];
  }

  public double meanCost() {
    return meanCost;
  }
}
