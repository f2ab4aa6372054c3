package hydrangea.models.transport;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.Arrays;

/**
 * The sliced Wasserstein distance, the mean over directions of the W1 between the projections: a
 * lower bound of W1 that costs sorts only.
 *
 * <p>Source: Bonneel, Rabin, Peyre and Pfister 2015, <a
 * href="https://doi.org/10.1007/s10851-014-0506-3">doi:10.1007/s10851-014-0506-3</a>, with p = 1.
 */
public final class SlicedWasserstein {
  private SlicedWasserstein() {}

  /**
   * Between equally many points.
   *
   * @param a {@code [n, d]}
   * @param b {@code [n, d]}
   * @param directions unit vectors, {@code [K, d]}
   */
  public static double w1(Matrix a, Matrix b, Matrix directions) {
    PointSets.checkEqual(a, b);
    if (directions.columns != a.columns || directions.rows == 0) {
      throw new IllegalArgumentException(
          "directions [%d, %d] for points of %d coordinates"
              .formatted(directions.rows, directions.columns, a.columns));
    }
    double sum = 0;
    for (int k = 0; k < directions.rows; k++) {
      double[] direction = directions.row(k);
      sum += PointSets.meanGap(sorted(a, direction), sorted(b, direction));
    }
    return sum / directions.rows;
  }

  /** Directions uniform on the sphere, {@code [directions, d]}. */
  public static Matrix directions(int directions, int d, Seeds seeds) {
    var normal = seeds.normal(directions, d);
    for (int k = 0; k < directions; k++) {
      double norm = 0;
      for (double x : normal.row(k)) {
        norm += x * x;
      }
      for (int c = 0; c < d; c++) {
        normal.data[k * d + c] /= Math.sqrt(norm);
      }
    }
    return normal;
  }

  private static double[] sorted(Matrix points, double[] direction) {
    var projections = new double[points.rows];
    for (int i = 0; i < points.rows; i++) {
      for (int c = 0; c < points.columns; c++) {
        projections[i] += points.data[i * points.columns + c] * direction[c];
      }
    }
    Arrays.sort(projections);
    return projections;
  }
}
