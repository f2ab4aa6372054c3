package hydrangea.models.value;

import hydrangea.models.Matrix;

/** One of n actions for each row: what a loss looks at among the heads of all. */
public final class Choice {
  private final int[] index;
  private final int actions;

  private Choice(int[] index, int actions) {
    this.index = index;
    this.actions = actions;
  }

  /**
   * The best, the first of equals.
   *
   * @param values {@code [B, n]}
   */
  public static Choice best(Matrix values) {
    int n = values.columns;
    var index = new int[values.rows];
    for (int i = 0; i < index.length; i++) {
      int best = 0;
      for (int a = 1; a < n; a++) {
        best = values.data[i * n + a] > values.data[i * n + best] ? a : best;
      }
      index[i] = best;
    }
    return new Choice(index, n);
  }

  /**
   * Those that were taken.
   *
   * @param taken their indices, {@code [B, 1]}
   * @param actions n
   */
  public static Choice of(Matrix taken, int actions) {
    var index = new int[taken.rows];
    for (int i = 0; i < index.length; i++) {
      index[i] = (int) taken.data[i];
      if (index[i] != taken.data[i] || index[i] < 0 || index[i] >= actions) {
        throw new IllegalArgumentException(
            taken.data[i] + " is none of the actions 0 to " + (actions - 1));
      }
    }
    return new Choice(index, actions);
  }

  /** Their indices, {@code [B, 1]}. */
  public Matrix indices() {
    var indices = new Matrix(index.length, 1);
    for (int i = 0; i < index.length; i++) {
      indices.data[i] = index[i];
    }
    return indices;
  }

  /**
   * The heads of the chosen actions, {@code [B, w]}.
   *
   * @param heads {@code [B, n w]}
   */
  public Matrix pick(Matrix heads) {
    int w = heads.columns / actions;
    var picked = new Matrix(index.length, w);
    for (int i = 0; i < index.length; i++) {
      System.arraycopy(heads.data, i * heads.columns + index[i] * w, picked.data, i * w, w);
    }
    return picked;
  }

  /**
   * The way back of {@link #pick}: zeros for all other actions, {@code [B, n w]}.
   *
   * @param dPicked {@code [B, w]}
   */
  public Matrix spread(Matrix dPicked) {
    int w = dPicked.columns;
    var spread = new Matrix(index.length, actions * w);
    for (int i = 0; i < index.length; i++) {
      System.arraycopy(dPicked.data, i * w, spread.data, i * spread.columns + index[i] * w, w);
    }
    return spread;
  }
}
