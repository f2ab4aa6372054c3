package hydrangea.models.estimation;

import hydrangea.models.family.Family;
import hydrangea.models.family.ScalarDensity;
import hydrangea.models.figure.Layer;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Curves of one true density and of others where it lies.
 *
 * @param from where it begins, but for a probability of 1e-4
 * @param to where it ends
 */
record DensityCurves(ScalarDensity truth, double from, double to) {
  private static final double BEYOND = 1e-4;
  private static final int STEPS = 400;

  static DensityCurves around(ScalarDensity truth) {
    return new DensityCurves(truth, truth.quantile(BEYOND), truth.quantile(1 - BEYOND));
  }

  /** The true one, above a pale area. */
  List<Layer> truthLayers() {
    Layer.Curve curve = curve("true", truth::logDensity);
    return List.of(Layer.Band.below(curve), curve);
  }

  /** That of the parameters {@code v}; where none belongs to them, its like with an area of 1. */
  Layer.Curve of(String label, Family family, double[] v) {
    if (family.admits(v)) {
      return curve(label, family.at(v)::logDensity);
    }
    double logArea = logArea(family, v);
    return curve(label + ", no density", x -> unnormalised(family, v, x) - logArea);
  }

  private double logArea(Family family, double[] v) {
    double step = (to - from) / STEPS;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < STEPS; i++) {
      most = Math.max(most, unnormalised(family, v, from + (i + 0.5) * step));
    }
    double area = 0;
    for (int i = 0; i < STEPS; i++) {
      area += step * Math.exp(unnormalised(family, v, from + (i + 0.5) * step) - most);
    }
    return most + Math.log(area);
  }

  private static double unnormalised(Family family, double[] v, double x) {
    double log = family.base().log(x);
    double[] psi = family.psi(x);
    for (int k = 0; k < psi.length; k++) {
      log += v[k] * psi[k];
    }
    return log;
  }

  private Layer.Curve curve(String label, DoubleUnaryOperator logDensity) {
    return Layer.Curve.of(label, from, to, x -> Math.exp(logDensity.applyAsDouble(x)));
  }
}
