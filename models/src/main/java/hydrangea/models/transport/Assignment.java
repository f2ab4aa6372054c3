package hydrangea.models.transport;

import hydrangea.models.Matrix;
import java.util.Arrays;

/**
 * The cheapest one-to-one assignment of n rows to n columns: minimises {@code sum_i cost[i,
 * column(i)]}, exactly.
 *
 * <p>Shortest augmenting paths on reduced costs {@code cost[i, j] - rowPrice[i] - columnPrice[j]},
 * which stay at least 0 throughout and are 0 along the assignment; the prices at the end therefore
 * prove it optimal. A column reduction and row auctions without a bid increment assign most rows
 * before any path is searched.
 *
 * <p>Source: Jonker and Volgenant 1987, "A Shortest Augmenting Path Algorithm for Dense and Sparse
 * Linear Assignment Problems", Computing 38. O(n^3), in double.
 */
public final class Assignment {
  private static final int FREE = -1;

  private final int n;
  private final double[] cost;
  private final double[] columnPrice;
  private final int[] columnOf;
  private final int[] rowOf;

  /** Solves for a square matrix of finite costs. */
  public static Assignment of(Matrix cost) {
    if (cost.rows != cost.columns) {
      throw new IllegalArgumentException(
          "an assignment needs a square matrix, was [%d, %d]".formatted(cost.rows, cost.columns));
    }
    for (double c : cost.data) {
      if (!Double.isFinite(c)) {
        throw new IllegalArgumentException("each cost must be finite, was " + c);
      }
    }
    return new Assignment(cost);
  }

  private Assignment(Matrix matrix) {
    n = matrix.rows;
    cost = matrix.data;
    columnPrice = new double[n];
    columnOf = new int[n];
    rowOf = new int[n];
    Arrays.fill(columnOf, FREE);
    Arrays.fill(rowOf, FREE);
    reduceColumns();
    for (int round = 0; round < 2; round++) {
      reduceRows();
    }
    var path = new ShortestPath();
    for (int row = 0; row < n; row++) {
      if (columnOf[row] == FREE) {
        path.augment(row);
      }
    }
  }

  /** Each column is priced at its cheapest row, which takes it if it is free. */
  private void reduceColumns() {
    Arrays.fill(columnPrice, Double.POSITIVE_INFINITY);
    var cheapest = new int[n];
    for (int i = 0, k = 0; i < n; i++) {
      for (int j = 0; j < n; j++, k++) {
        if (cost[k] < columnPrice[j]) {
          columnPrice[j] = cost[k];
          cheapest[j] = i;
        }
      }
    }
    for (int j = 0; j < n; j++) {
      if (columnOf[cheapest[j]] == FREE) {
        assign(cheapest[j], j);
      }
    }
  }

  private void assign(int row, int column) {
    columnOf[row] = column;
    rowOf[column] = row;
  }

  /**
   * Every free row takes its best column and lowers that price by its lead over the second best;
   * who held the column is free again and has its turn in the next round.
   */
  private void reduceRows() {
    for (int row = 0; row < n; row++) {
      if (columnOf[row] == FREE) {
        reduceRow(row);
      }
    }
  }

  private void reduceRow(int row) {
    int at = row * n;
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      double reduced = cost[at + j] - columnPrice[j];
      if (reduced < least) {
        second = least;
        least = reduced;
        best = j;
      } else if (reduced < second) {
        second = reduced;
      }
    }
    if (n > 1 && second > least) {
      columnPrice[best] -= second - least;
      if (rowOf[best] != FREE) {
        columnOf[rowOf[best]] = FREE;
      }
      assign(row, best);
    } else if (rowOf[best] == FREE) {
      assign(row, best);
    }
  }

  /** Dijkstra's search from a free row to the nearest free column; arrays are used again. */
  private final class ShortestPath {
    private final double[] distance = new double[n];
    private final int[] from = new int[n];
    private final int[] columns = new int[n];

    /** Columns are reached (before {@code reached}), or still open (from there on). */
    void augment(int start) {
      for (int j = 0; j < n; j++) {
        columns[j] = j;
        from[j] = start;
        distance[j] = cost[start * n + j] - columnPrice[j];
      }
      int reached = 0;
      int nearest = nearest(0);
      while (rowOf[columns[nearest]] != FREE) {
        swap(nearest, reached);
        nearest = relax(columns[reached++], reached);
      }
      int end = columns[nearest];
      raisePrices(reached, distance[end]);
      flip(start, end);
    }

    private int nearest(int open) {
      int nearest = open;
      for (int k = open + 1; k < n; k++) {
        if (distance[columns[k]] < distance[columns[nearest]]) {
          nearest = k;
        }
      }
      return nearest;
    }

    private void swap(int a, int b) {
      int column = columns[a];
      columns[a] = columns[b];
      columns[b] = column;
    }

    /** Goes on through {@code column}, reached last; returns where the nearest open one stands. */
    private int relax(int column, int open) {
      int row = rowOf[column];
      double through = distance[column] - (cost[row * n + column] - columnPrice[column]);
      int nearest = open;
      double least = Double.POSITIVE_INFINITY;
      for (int k = open; k < n; k++) {
        int j = columns[k];
        double d = through + (cost[row * n + j] - columnPrice[j]);
        if (d < distance[j]) {
          distance[j] = d;
          from[j] = row;
        }
        if (distance[j] < least || (distance[j] == least && rowOf[j] == FREE)) {
          least = distance[j];
          nearest = k;
        }
      }
      return nearest;
    }

    /** Makes every reduced cost along the path 0 and keeps all others at least 0. */
    private void raisePrices(int reached, double length) {
      for (int k = 0; k < reached; k++) {
        columnPrice[columns[k]] += distance[columns[k]] - length;
      }
    }

    /** Every row on the path moves to the column by which the path left it. */
    private void flip(int start, int end) {
      int column = end;
      int row;
      do {
        row = from[column];
        int left = columnOf[row];
        assign(row, column);
        column = left;
      } while (row != start);
    }
  }

  /** The column of a row. */
  public int column(int row) {
    return columnOf[row];
  }

  /** The columns of all rows, {@code [n]}. */
  public int[] columns() {
    return columnOf.clone();
  }

  /** {@code sum_i cost[i, column(i)]}. */
  public double total() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += cost[i * n + columnOf[i]];
    }
    return sum;
  }

  /** With {@link #rowPrice} the proof: no cost is below the sum of its two prices. */
  public double columnPrice(int column) {
    return columnPrice[column];
  }

  /** What the row pays: its cost less the price of its column. */
  public double rowPrice(int row) {
    return cost[row * n + columnOf[row]] - columnPrice[columnOf[row]];
  }
}
