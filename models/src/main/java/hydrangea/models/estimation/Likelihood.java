package hydrangea.models.estimation;

import hydrangea.models.family.Family;
import hydrangea.models.family.Moments;
import java.util.Arrays;

/** The log-likelihood of the rows of W of one coordinate, less {@code lambda |W|^2 / 2}. */
final class Likelihood {
  final int statistics;
  final int features;
  private final Family family;
  private final double[][] phi;
  private final double lambda;
  private final double[] sumOfPsiPhi; // sum_T psi(s'_t) (x) phi_t

  Likelihood(Family family, double[][] phi, double[] next, double lambda) {
    this.family = family;
    this.phi = phi;
    this.lambda = lambda;
    statistics = family.statistics();
    features = phi.length == 0 ? 0 : phi[0].length;
    sumOfPsiPhi = new double[statistics * features];
    for (int t = 0; t < phi.length; t++) {
      double[] psi = family.psi(next[t]);
      for (int at = 0; at < sumOfPsiPhi.length; at++) {
        sumOfPsiPhi[at] += psi[at / features] * phi[t][at % features];
      }
    }
  }

  int transitions() {
    return phi.length;
  }

  /** Some W whose densities all exist: that of least squares to the family's start. */
  double[] start() {
    double[] start = family.start();
    var gram = new double[features * features];
    var sum = new double[features];
    for (double[] each : phi) {
      for (int at = 0; at < gram.length; at++) {
        gram[at] += each[at / features] * each[at % features];
      }
      for (int l = 0; l < features; l++) {
        sum[l] += each[l];
      }
    }
    double[] onto = Cholesky.solve(gram, 1e-9 * phi.length, sum, l -> "feature " + l);
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
    var point = new Point(new double[n], new double[n * n]);
    var moments = Moments.over(family, Arrays.stream(phi).map(each -> natural(w, each)));
    for (int at = 0; at < n; at++) {
      point.value += sumOfPsiPhi[at] * w[at] - 0.5 * lambda * w[at] * w[at];
      point.gradient[at] = sumOfPsiPhi[at] - lambda * w[at];
      point.curvature[at * n + at] = lambda;
    }
    for (double[] each : phi) {
      moments.at(natural(w, each));
      point.value -= moments.logPartition();
      for (int i = 0; i < n; i++) {
        point.gradient[i] -= moments.mean(i / features) * each[i % features];
        for (int j = 0; j < n; j++) {
          point.curvature[i * n + j] +=
              moments.covariance(i / features, j / features)
                  * each[i % features]
                  * each[j % features];
        }
      }
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
    double value;
    final double[] gradient;
    final double[] curvature;

    private Point(double[] gradient, double[] curvature) {
      this.gradient = gradient;
      this.curvature = curvature;
    }
  }
}
