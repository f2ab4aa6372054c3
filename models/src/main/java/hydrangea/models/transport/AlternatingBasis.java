package hydrangea.models.transport;

import hydrangea.models.Matrix;

/**
 * The simplex method for assignments on bases that are a {@link PairTree}: with prices that make
 * cost[i, j] = u[i] + v[j] on every match and link, a cost below its prices shows a cheaper way,
 * which enters the basis; when none is left the assignment is the cheapest.
 *
 * <p>Source: Barr, Glover and Klingman 1977, The alternating basis algorithm for assignment
 * problems, Mathematical Programming 13; each row in turn offers its best entry. Most steps move a
 * link and only shift prices; such bases cannot cycle among them (Cunningham 1976).
 *
 * <p>Not shortest augmenting paths: when one tight cluster of rows must serve far clusters of
 * columns, as a collapsed policy its modes, nearly all reduced costs tie and each path searches the
 * whole cluster (2,000 points took over a hundred times as long as here).
 */
final class AlternatingBasis {
  private final int n;
  private final double[] cost;
  private final double[] u;
  private final double[] v;
  private final double tolerance;
  private final PairTree tree;

  AlternatingBasis(Matrix cost) {
    n = cost.rows;
    this.cost = cost.data;
    u = new double[n];
    v = new double[n];
    double largest = 0;
    for (double c : cost.data) {
      largest = Math.max(largest, Math.abs(c));
    }
    tolerance = 1e-13 * largest; // some hundred roundings: less could step to and fro for ever
    tree = new PairTree(nearestFree());
  }

  /** The column of each row; no cheaper one by more than 1e-13 of the largest cost a row. */
  int[] solve() {
    do {
      price();
    } while (sweep());
    return tree.columns();
  }

  /** Rows in order take their cheapest column that is left: a fair start. */
  private int[] nearestFree() {
    var columns = new int[n];
    var taken = new double[n];
    for (int i = 0; i < n; i++) {
      columns[i] = cheapest(i, taken);
      taken[columns[i]] = Double.NEGATIVE_INFINITY;
    }
    return columns;
  }

  /** The prices afresh from the tree, without the rounding that shifts gather. */
  private void price() {
    tree.walk(0);
    for (int k = 0; k < n; k++) {
      int i = tree.walked(k);
      u[i] = tree.isRoot(i) ? 0 : cost[i * n + tree.up(i)] - v[tree.up(i)];
      v[tree.column(i)] = cost[i * n + tree.column(i)] - u[i];
    }
  }

  /** Lets the best entry of each row into the basis; whether there was any. */
  private boolean sweep() {
    boolean moved = false;
    for (int i = 0; i < n; i++) {
      int j = cheapest(i, v);
      double reduced = cost[i * n + j] - u[i] - v[j];
      if (reduced < -tolerance) {
        enter(i, j, reduced);
        moved = true;
      }
    }
    return moved;
  }

  private int cheapest(int i, double[] price) {
    int row = i * n;
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int j = 0; j < n; j++) {
      double net = cost[row + j] - price[j];
      if (net < least) {
        least = net;
        best = j;
      }
    }
    return best;
  }

  private void enter(int i, int j, double reduced) {
    int size = tree.walk(i);
    if (tree.met(j)) {
      shift(size, -reduced);
      u[i] += reduced; // alone of its subtree it keeps its link up, and so its price
      tree.rematch(i, j);
    } else {
      shift(size, reduced);
      tree.move(i, j);
    }
  }

  /** Raises the rows that were walked by {@code by} and lowers their columns as much. */
  private void shift(int size, double by) {
    for (int k = 0; k < size; k++) {
      int i = tree.walked(k);
      u[i] += by;
      v[tree.column(i)] -= by;
    }
  }
}
