package hydrangea.models.value;

import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;

/**
 * The densities of n actions' returns in T states, on one axis that shows nearly all of each: what
 * pictures of them have in common.
 */
final class Densities {
  private static final double STDS = 2.5; // of a component that is to be seen
  private static final double SEEN = 0.02; // its least weight

  /** How many mixtures a state has, n. */
  final int actions;

  /** The axis of returns. */
  final double from;

  final double to;

  private final ScalarMixtures mixtures; // [T n, 3C]
  private final Matrix logWeights;

  /**
   * Of heads {@code [T, n w]}.
   *
   * @param alsoSeen other returns that the axis has to show
   */
  Densities(ReturnMixtures values, Matrix heads, double... alsoSeen) {
    actions = values.actions();
    mixtures =
        new ScalarMixtures(new Matrix(heads.rows * actions, heads.columns / actions, heads.data));
    logWeights = mixtures.logWeights();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double one : alsoSeen) {
      least = Math.min(least, one);
      most = Math.max(most, one);
    }
    for (int i = 0; i < mixtures.head().rows; i++) {
      for (int c = 0; c < mixtures.components(); c++) {
        if (Math.exp(logWeights.at(i, c)) >= SEEN) {
          double reach = STDS * Math.exp(0.5 * mixtures.logVariance(i, c));
          least = Math.min(least, mixtures.mean(i, c) - reach);
          most = Math.max(most, mixtures.mean(i, c) + reach);
        }
      }
    }
    from = least;
    to = most;
  }

  /** The density of an action's return in a state, at {@code count} places of the axis. */
  double[] density(int state, int action, int count) {
    int row = state * actions + action;
    var density = new double[count];
    for (int k = 0; k < count; k++) {
      density[k] = density(row, from + (to - from) * k / (count - 1));
    }
    return density;
  }

  private double density(int row, double y) {
    double sum = 0;
    for (int c = 0; c < mixtures.components(); c++) {
      double logVariance = mixtures.logVariance(row, c);
      double z = (y - mixtures.mean(row, c)) * Math.exp(-0.5 * logVariance);
      sum += Math.exp(logWeights.at(row, c) - 0.5 * (z * z + logVariance));
    }
    return sum / Math.sqrt(2 * Math.PI);
  }
}
