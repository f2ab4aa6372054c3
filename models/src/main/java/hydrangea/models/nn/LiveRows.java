package hydrangea.models.nn;

import hydrangea.models.Matrix;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The rows of a batch that have a gradient: others have none on the whole way back. Of two critics
 * each has about half of them where the lesser counts.
 */
final class LiveRows {
  private final int[] index;

  private LiveRows(int[] index) {
    this.index = index;
  }

  static LiveRows of(Matrix d) {
    var index = new int[d.rows];
    int count = 0;
    for (int i = 0; i < d.rows; i++) {
      if (lives(d, i)) {
        index[count++] = i;
      }
    }
    return new LiveRows(Arrays.copyOf(index, count));
  }

  private static boolean lives(Matrix d, int row) {
    boolean lives = false;
    for (int j = 0; j < d.columns; j++) {
      lives |= d.data[row * d.columns + j] != 0; // NaN is: it has to show
    }
    return lives;
  }

  int count() {
    return index.length;
  }

  /** Where the {@code k}-th of them is among all. */
  int at(int k) {
    return index[k];
  }

  /** These rows of {@code all}. */
  Matrix pick(Matrix all) {
    int n = all.columns;
    var picked = new Matrix(index.length, n);
    for (int i = 0; i < index.length; i++) {
      System.arraycopy(all.data, index[i] * n, picked.data, i * n, n);
    }
    return picked;
  }

  /** Puts the next numbers of {@code from} where these rows are. */
  void spread(FloatBuffer from, Matrix into) {
    for (int row : index) {
      for (int j = 0; j < into.columns; j++) {
        into.data[row * into.columns + j] = from.get();
      }
    }
  }
}
