package hydrangea.models.estimation;

import hydrangea.models.family.Family;
import hydrangea.models.family.Moments;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;

/**
 * The log-likelihood of the rows of W of one coordinate, less {@code lambda |W|^2 / 2}. Equal
 * inputs are taken together: what is not added up ten thousand times is sooner there, and not off
 * by ten thousand roundings, all to the same side.
 */
final class Likelihood {
  final int statistics;
  final int features;
  private final Family family;
  private final double lambda;
  private final int transitions;
  private final double[][] phi; // of the inputs that differ
  private final double[] times; // that each of them occurs
  private final double[] sumOfPsiPhi; // sum_T psi(s'_t) (x) phi_t

  Likelihood(Family family, double[][] phi, double[] next, double lambda) {
    this.family = family;
    this.lambda = lambda;
    transitions = phi.length;
    statistics = family.statistics();
    features = phi.length == 0 ? 0 : phi[0].length;
    sumOfPsiPhi = new double[statistics * features];
    var inputs = new LinkedHashMap<DoubleBuffer, Integer>();
    for (int t = 0; t < phi.length; t++) {
      inputs.merge(DoubleBuffer.wrap(phi[t]), 1, Integer::sum);
      double[] psi = family.psi(next[t]);
      for (int at = 0; at < sumOfPsiPhi.length; at++) {
        sumOfPsiPhi[at] += psi[at / features] * phi[t][at % features];
      }
    }
    this.phi = inputs.keySet().stream().map(DoubleBuffer::array).toArray(double[][]::new);
    times = inputs.values().stream().mapToDouble(Integer::doubleValue).toArray();
  }

  int transitions() {
    return transitions;
  }

  /** Some W whose densities all exist: that of least squares to the family's start. */
  double[] start() {
    double[] start = family.start();
    var gram = new double[features * features];
    var sum = new double[features];
    for (int t = 0; t < phi.length; t++) {
      for (int at = 0; at < gram.length; at++) {
        gram[at] += times[t] * phi[t][at / features] * phi[t][at % features];
      }
      for (int l = 0; l < features; l++) {
        sum[l] += times[t] * phi[t][l];
      }
    }
    double[] onto = Cholesky.solve(gram, 1e-9 * transitions, sum, l -> "feature " + l);
    var w = new double[statistics * features];
    for (int at = 0; at < w.length; at++) {
      w[at] = start[at / features] * onto[at % features];
    }
    return w;
  }

  /** Whether every transition has a density under {@code w}. */
  boolean admits(double[] w) {
    return Arrays.stream(phi).allMatch(each -> family.admits(natural(w, each)));
  }

  /** The largest of |w phi| over transitions and statistics. */
  double reach(double[] w) {
    double largest = 0;
    for (double[] each : phi) {
      for (double v : natural(w, each)) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    return largest;
  }

  /** Value, gradient and negative Hessian at {@code w}. */
  Point at(double[] w) {
    int n = w.length;
    var point = new Point(w);
    var moments = Moments.over(family, Arrays.stream(phi).map(each -> natural(w, each)));
    for (int at = 0; at < n; at++) {
      point.value += sumOfPsiPhi[at] * w[at] - 0.5 * lambda * w[at] * w[at];
      point.gradient[at] = sumOfPsiPhi[at] - lambda * w[at];
      point.curvature[at * n + at] = lambda;
    }
    for (int t = 0; t < phi.length; t++) {
      moments.at(natural(w, phi[t]));
      point.take(moments, phi[t], times[t]);
    }
    return point;
  }

  private double[] natural(double[] w, double[] phi) {
    var v = new double[statistics];
    for (int at = 0; at < w.length; at++) {
      v[at / features] += w[at] * phi[at % features];
    }
    return v;
  }

  /** What Newton's method asks for. */
  static final class Point {
    final double[] w;
    double value;
    final double[] gradient;
    final double[] curvature;

    private Point(double[] w) {
      this.w = w;
      gradient = new double[w.length];
      curvature = new double[w.length * w.length];
    }

    /** Takes off what the normalisers of so many transitions from one input come to. */
    private void take(Moments moments, double[] phi, double times) {
      int features = phi.length;
      int n = w.length;
      value -= times * moments.logPartition();
      for (int i = 0; i < n; i++) {
        double weight = times * phi[i % features];
        gradient[i] -= weight * moments.mean(i / features);
        for (int j = 0; j < n; j++) {
          curvature[i * n + j] +=
              weight * phi[j % features] * moments.covariance(i / features, j / features);
        }
      }
    }
  }
}
