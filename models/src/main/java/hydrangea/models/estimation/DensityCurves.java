package hydrangea.models.estimation;

import hydrangea.models.Matrix;
import hydrangea.models.family.Family;
import hydrangea.models.family.ScalarDensity;
import hydrangea.models.figure.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Curves of one true density and of others where it lies, at equal steps from left to right. */
final class DensityCurves {
  private static final int STEPS = 400;
  private static final double BEYOND = 1e-4; // the probability that lies left, and right

  private final ScalarDensity truth;
  private final double[] x = new double[STEPS + 1];
  private final double step;

  private DensityCurves(ScalarDensity truth) {
    this.truth = truth;
    double from = truth.quantile(BEYOND);
    step = (truth.quantile(1 - BEYOND) - from) / STEPS;
    Arrays.setAll(x, j -> from + j * step);
  }

  static DensityCurves around(ScalarDensity truth) {
    return new DensityCurves(truth);
  }

  /** The true one, above a pale area. */
  List<Layer> truth() {
    Matrix curve = curve(truth::logDensity);
    var area = new Matrix(curve.rows, 3);
    for (int j = 0; j < curve.rows; j++) {
      area.data[3 * j] = curve.at(j, 0);
      area.data[3 * j + 2] = curve.at(j, 1);
    }
    return List.of(new Layer.Band("true", area), new Layer.Curve("true", curve));
  }

  /** That of the parameters {@code v}; where none belongs to them, its like with an area of 1. */
  Layer.Curve of(String label, Family family, double[] v) {
    if (family.admits(v)) {
      return new Layer.Curve(label, curve(family.at(v)::logDensity));
    }
    double[] logs = Arrays.stream(x).map(at -> unnormalised(family, v, at)).toArray();
    double most = Arrays.stream(logs).max().orElseThrow();
    double area = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum() * step;
    double logArea = most + Math.log(area);
    return new Layer.Curve(
        label + ", no density", curve(at -> unnormalised(family, v, at) - logArea));
  }

  private static double unnormalised(Family family, double[] v, double x) {
    double log = family.base().log(x);
    double[] psi = family.psi(x);
    for (int k = 0; k < psi.length; k++) {
      log += v[k] * psi[k];
    }
    return log;
  }

  private Matrix curve(DoubleUnaryOperator logDensity) {
    var points = new Matrix(x.length, 2);
    for (int j = 0; j < x.length; j++) {
      points.data[2 * j] = x[j];
      points.data[2 * j + 1] = Math.exp(logDensity.applyAsDouble(x[j]));
    }
    return points;
  }
}
