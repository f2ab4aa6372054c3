package hydrangea.models.transport;

import java.util.Arrays;

/**
 * A basis of the assignment problem: a tree of the n matched (row, column) pairs, in which every
 * row but the root's also has a link up to the column of its parent pair. Matches carry one unit,
 * links none.
 */
final class PairTree {
  private static final int NONE = -1;

  private final int[] columnOf;
  private final int[] rowOf;
  private final int[] up;
  private final int[] firstChild;
  private final int[] next;
  private final int[] previous;

  /** The subtree last walked, parents first; see {@link #walk}. */
  private final int[] order;

  private int walked;

  /** All pairs linked up to the column of row 0, the root. */
  PairTree(int[] columnOf) {
    int n = columnOf.length;
    this.columnOf = columnOf.clone();
    rowOf = new int[n];
    up = new int[n];
    firstChild = new int[n];
    next = new int[n];
    previous = new int[n];
    order = new int[n];
    Arrays.fill(firstChild, NONE);
    for (int row = 0; row < n; row++) {
      rowOf[columnOf[row]] = row;
    }
    up[0] = NONE;
    for (int row = 1; row < n; row++) {
      hang(row, columnOf[0]);
    }
  }

  int column(int row) {
    return columnOf[row];
  }

  boolean isRoot(int row) {
    return up[row] == NONE;
  }

  int up(int row) {
    return up[row];
  }

  int[] columns() {
    return columnOf.clone();
  }

  /** Walks the pairs at and below that of {@code top}; returns how many there are. */
  int walk(int top) {
    order[0] = top;
    walked = 1;
    for (int k = 0; k < walked; k++) {
      for (int row = firstChild[columnOf[order[k]]]; row != NONE; row = next[row]) {
        order[walked++] = row;
      }
    }
    return walked;
  }

  /** The row of the k-th pair of the last walk; the 0-th is its top. */
  int walked(int k) {
    return order[k];
  }

  /** Whether the last walk met {@code column}. */
  boolean met(int column) {
    int row = rowOf[column];
    for (int k = 0; k < walked; k++) {
      if (order[k] == row) {
        return true;
      }
    }
    return false;
  }

  /** Links {@code row} up to {@code column}, which is not below it, in place of its old link. */
  void move(int row, int column) {
    unhang(row);
    hang(row, column);
  }

  /**
   * Matches {@code row} to {@code column}, which is below it: on the way between them every match
   * becomes a link and every link a match, and the match that {@code row} had is given up.
   */
  void rematch(int row, int column) {
    int lower = rowOf[column];
    int left = column;
    while (lower != row) {
      int taken = up[lower];
      int upper = rowOf[taken];
      move(lower, left);
      match(lower, taken);
      left = taken;
      lower = upper;
    }
    match(row, column);
  }

  private void match(int row, int column) {
    columnOf[row] = column;
    rowOf[column] = row;
  }

  private void hang(int row, int column) {
    up[row] = column;
    previous[row] = NONE;
    next[row] = firstChild[column];
    if (next[row] != NONE) {
      previous[next[row]] = row;
    }
    firstChild[column] = row;
  }

  private void unhang(int row) {
    if (previous[row] == NONE) {
      firstChild[up[row]] = next[row];
    } else {
      next[previous[row]] = next[row];
    }
    if (next[row] != NONE) {
      previous[next[row]] = previous[row];
    }
  }
}
