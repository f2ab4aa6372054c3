package hydrangea.models.transport;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.Arrays;

/**
 * The 1-Wasserstein distance between two point sets of equal size: {@code W1 = min over
 * permutations p of mean_i |x_i - y_p(i)|}, with the Euclidean norm. It has the unit of the points
 * and needs no root: that belongs to squared costs, W2.
 *
 * <p>Source: Peyre and Cuturi 2019, "Computational Optimal Transport", section 2.2 and remark 2.30,
 * <a href="https://arxiv.org/abs/1803.00567">arXiv 1803.00567</a>.
 */
public final class Wasserstein {
  private Wasserstein() {}

  /**
   * The exact distance, by {@link Assignment}: memory n^2, time up to n^3.
   *
   * @param x {@code [n, A]}
   * @param y {@code [n, A]}
   */
  public static double distance(Matrix x, Matrix y) {
    return Assignment.of(euclidean(x, y)).total() / x.rows;
  }

  /** {@code |x_i - y_j|}, {@code [n, n]}. */
  public static Matrix euclidean(Matrix x, Matrix y) {
    var cost = squared(x, y);
    for (int k = 0; k < cost.data.length; k++) {
      cost.data[k] = Math.sqrt(cost.data[k]);
    }
    return cost;
  }

  /** {@code |x_i - y_j|^2}, {@code [n, n]}: the cost of W2 and of minibatch couplings. */
  public static Matrix squared(Matrix x, Matrix y) {
    sameShape(x, y);
    int width = x.columns;
    var cost = new Matrix(x.rows, y.rows);
    for (int i = 0, k = 0; i < x.rows; i++) {
      for (int j = 0; j < y.rows; j++, k++) {
        double sum = 0;
        for (int a = 0; a < width; a++) {
          double d = x.data[i * width + a] - y.data[j * width + a];
          sum += d * d;
        }
        cost.data[k] = sum;
      }
    }
    return cost;
  }

  private static void sameShape(Matrix x, Matrix y) {
    if (x.rows != y.rows || x.columns != y.columns || x.rows == 0) {
      throw new IllegalArgumentException(
          "point sets must have one size and width and not be empty, were [%d, %d] and [%d, %d]"
              .formatted(x.rows, x.columns, y.rows, y.columns));
    }
  }

  /**
   * The sliced distance: the mean over directions of the distance between the projections, which
   * only needs sorting. At most {@link #distance}.
   *
   * @param x {@code [n, A]}
   * @param y {@code [n, A]}
   * @param directions of length one, {@code [D, A]}
   */
  public static double sliced(Matrix x, Matrix y, Matrix directions) {
    sameShape(x, y);
    double sum = 0;
    for (int d = 0; d < directions.rows; d++) {
      sum += onLine(projected(x, directions.row(d)), projected(y, directions.row(d)));
    }
    return sum / directions.rows;
  }

  /** Directions uniform on the sphere, {@code [count, width]}. */
  public static Matrix directions(int count, int width, Seeds seeds) {
    var directions = seeds.normal(count, width);
    for (int d = 0; d < count; d++) {
      double squares = 0;
      for (int k = d * width; k < (d + 1) * width; k++) {
        squares += directions.data[k] * directions.data[k];
      }
      for (int k = d * width; k < (d + 1) * width; k++) {
        directions.data[k] /= Math.sqrt(squares);
      }
    }
    return directions;
  }

  private static double[] projected(Matrix points, double[] direction) {
    var along = new double[points.rows];
    for (int i = 0, k = 0; i < points.rows; i++) {
      for (int j = 0; j < points.columns; j++, k++) {
        along[i] += points.data[k] * direction[j];
      }
    }
    return along;
  }

  /** On a line the cheapest permutation is the sorted one. */
  private static double onLine(double[] x, double[] y) {
    Arrays.sort(x);
    Arrays.sort(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.abs(x[i] - y[i]);
    }
    return sum / x.length;
  }
}
