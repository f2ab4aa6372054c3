package hydrangea.models.transport;

import hydrangea.models.Matrix;
import java.util.Arrays;

/** Successive shortest augmenting paths under reduced costs cost[i, j] - u[i] - v[j] >= 0. */
final class AugmentingPaths {
  private static final int NONE = -1;

  private final int n;
  private final double[] cost;
  private final double[] u;
  private final double[] v;
  private final int[] columnOf;
  private final int[] rowOf;
  private final double[] distance;
  private final int[] from;
  private final int[] open;
  private final int[] closed;

  AugmentingPaths(Matrix cost) {
    n = cost.rows;
    this.cost = cost.data;
    u = new double[n];
    v = new double[n];
    columnOf = new int[n];
    rowOf = new int[n];
    distance = new double[n];
    from = new int[n];
    open = new int[n];
    closed = new int[n];
  }

  int[] solve() {
    Arrays.fill(columnOf, NONE);
    Arrays.fill(rowOf, NONE);
    reduceColumns();
    reduceRows();
    for (int i = 0; i < n; i++) {
      if (columnOf[i] == NONE) {
        augment(i);
      }
    }
    return columnOf;
  }

  private void reduceColumns() {
    Arrays.fill(v, Double.POSITIVE_INFINITY);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        v[j] = Math.min(v[j], cost[i * n + j]);
      }
    }
  }

  private void reduceRows() {
    for (int i = 0; i < n; i++) {
      int best = 0;
      for (int j = 1; j < n; j++) {
        if (cost[i * n + j] - v[j] < cost[i * n + best] - v[best]) {
          best = j;
        }
      }
      u[i] = cost[i * n + best] - v[best];
      if (rowOf[best] == NONE) {
        rowOf[best] = i;
        columnOf[i] = best;
      }
    }
  }

  private void augment(int start) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    for (int j = 0; j < n; j++) {
      open[j] = j;
    }
    int opened = n;
    int row = start;
    double reached = 0;
    while (true) {
      int best = relax(row, reached, opened);
      int column = open[best];
      reached = distance[column];
      open[best] = open[--opened];
      if (rowOf[column] == NONE) {
        shiftDuals(start, reached, n - 1 - opened);
        flip(start, column);
        return;
      }
      closed[n - 1 - opened] = column;
      row = rowOf[column];
    }
  }

  /** Offers the way through {@code row} to all open columns; where the nearest stands. */
  private int relax(int row, double reached, int opened) {
    double base = reached - u[row];
    double nearest = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int k = 0; k < opened; k++) {
      int j = open[k];
      double d = base + cost[row * n + j] - v[j];
      if (d < distance[j]) {
        distance[j] = d;
        from[j] = row;
      }
      if (distance[j] < nearest || (distance[j] == nearest && rowOf[j] == NONE)) {
        nearest = distance[j];
        best = k;
      }
    }
    return best;
  }

  private void shiftDuals(int start, double reached, int closedColumns) {
    u[start] += reached;
    for (int k = 0; k < closedColumns; k++) {
      int j = closed[k];
      u[rowOf[j]] += reached - distance[j];
      v[j] -= reached - distance[j];
    }
  }

  private void flip(int start, int end) {
    int column = end;
    while (true) {
      int row = from[column];
      int next = columnOf[row];
      rowOf[column] = row;
      columnOf[row] = column;
      if (row == start) {
        return;
      }
      column = next;
    }
  }
}
