package hydrangea.models.loss;

import hydrangea.models.Matrix;

/** Checks of shapes: a loss of matrices that do not belong together is a bug of the caller. */
final class Rows {
  private Rows() {}

  static void sameShape(Matrix a, Matrix b) {
    if (a.rows != b.rows || a.columns != b.columns) {
      throw new IllegalArgumentException(
          "[%d, %d] does not fit [%d, %d]".formatted(a.rows, a.columns, b.rows, b.columns));
    }
  }

  static void sameShape(Matrix a, Matrix b, Matrix perRow) {
    sameShape(a, b);
    perRow(a, perRow);
  }

  /** Both have one row for each other's. */
  static void sameCount(Matrix a, Matrix b) {
    if (a.rows != b.rows) {
      throw new IllegalArgumentException(b.rows + " rows do not fit " + a.rows);
    }
  }

  /** Each of {@code columns} has one number for each row of {@code a}. */
  static void perRow(Matrix a, Matrix... columns) {
    for (var column : columns) {
      if (column.rows != a.rows || column.columns != 1) {
        throw new IllegalArgumentException(
            "[%d, %d] is not one number for each of %d rows"
                .formatted(column.rows, column.columns, a.rows));
      }
    }
  }
}
