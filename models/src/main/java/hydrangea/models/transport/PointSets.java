package hydrangea.models.transport;

import hydrangea.models.Matrix;

/** What all distances between two sets of points share. */
final class PointSets {
  private PointSets() {}

  static void checkEqual(Matrix a, Matrix b) {
    if (a.rows != b.rows || a.columns != b.columns || a.rows == 0) {
      throw new IllegalArgumentException(
          "transport needs equally many points: [%d, %d] and [%d, %d]"
              .formatted(a.rows, a.columns, b.rows, b.columns));
    }
  }

  /** The mean of |a_i - b_i|. */
  static double meanGap(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }
}
