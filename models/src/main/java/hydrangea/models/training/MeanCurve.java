package hydrangea.models.training;

import hydrangea.models.Matrix;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of n curves and its 95 % confidence interval {@code mean +- t std / sqrt(n)}, t the 97.5
 * % quantile of Student's distribution with n - 1 degrees of freedom: what published figures over
 * seeds show.
 */
final class MeanCurve {
  private static final double UPPER = 0.975;

  private MeanCurve() {}

  /** The mean, over its interval where there are several curves {@code [m, 2]}. */
  static List<Layer> layers(String label, List<Matrix> curves) {
    Matrix mean = of(curves);
    var line = new Layer.Curve(label, mean.columns(0, 2));
    if (curves.size() == 1) {
      return List.of(line);
    }
    Matrix band = Matrix.beside(mean.columns(0, 1), mean.columns(2, 4));
    return List.of(new Layer.Band(label, band), line);
  }

  /**
   * {@code [m, 4]}: x, mean and both ends of the interval, where all of the curves have a value.
   */
  static Matrix of(List<Matrix> curves) {
    var rows = new ArrayList<double[]>();
    for (int i = 0; i < curves.get(0).rows; i++) {
      double x = curves.get(0).at(i, 0);
      double[] values = curves.stream().mapToDouble(curve -> value(curve, x)).toArray();
      double[] row = row(x, values);
      if (Double.isFinite(row[1])) {
        rows.add(row);
      }
    }
    return rows.isEmpty() ? new Matrix(0, 4) : Matrix.of(rows.toArray(double[][]::new));
  }

  /** {@code of - less} at the points of the latter, NaN where there is no other, {@code [m, 2]}. */
  static Matrix difference(Matrix of, Matrix less) {
    var difference = new Matrix(less.rows, 2);
    for (int i = 0; i < less.rows; i++) {
      difference.data[2 * i] = less.at(i, 0);
      difference.data[2 * i + 1] = value(of, less.at(i, 0)) - less.at(i, 1);
    }
    return difference;
  }

  private static double[] row(double x, double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double half = n == 1 ? 0 : quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return new double[] {x, mean, mean - half, mean + half};
  }

  private static double quantile(int degrees) {
    return new TDistribution(degrees).inverseCumulativeProbability(UPPER);
  }

  /** On the straight line between the points beside {@code x}; NaN beyond the first or the last. */
  private static double value(Matrix curve, double x) {
    int right = firstFrom(curve, x);
    if (right == curve.rows) {
      return Double.NaN;
    }
    double end = curve.at(right, 0);
    if (end == x || right == 0) {
      return end == x ? curve.at(right, 1) : Double.NaN;
    }
    double start = curve.at(right - 1, 0);
    double share = (x - start) / (end - start);
    return curve.at(right - 1, 1) + share * (curve.at(right, 1) - curve.at(right - 1, 1));
  }

  /** The first row at {@code x} or beyond it. */
  private static int firstFrom(Matrix curve, double x) {
    int low = 0;
    int high = curve.rows;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (curve.at(middle, 0) < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
