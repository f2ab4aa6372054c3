package hydrangea.models.value;

import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;

/** The densities of n actions' returns in T states: what pictures of them have in common. */
final class Densities {
  private static final double STDS = 2.5; // of a component that is to be seen
  private static final double SEEN = Math.log(0.1); // of the highest one's density

  /** How many mixtures a state has, n. */
  final int actions;

  private final ScalarMixtures mixtures; // [T n, 3C]
  private final Matrix logWeights;

  /** Of heads {@code [T, n w]}. */
  Densities(ReturnMixtures values, Matrix heads) {
    actions = values.actions();
    mixtures =
        new ScalarMixtures(new Matrix(heads.rows * actions, heads.columns / actions, heads.data));
    logWeights = mixtures.logWeights();
  }

  /** Returns where the density of every action in a state is to be seen. */
  record Range(double from, double to) {
    Range around(Range other) {
      return new Range(Math.min(from, other.from), Math.max(to, other.to));
    }

    double width() {
      return to - from;
    }
  }

  Range range(int state) {
    var range = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    for (int i = state * actions; i < (state + 1) * actions; i++) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < mixtures.components(); c++) {
        highest = Math.max(highest, height(i, c));
      }
      for (int c = 0; c < mixtures.components(); c++) {
        if (height(i, c) >= highest + SEEN) {
          double mean = mixtures.mean(i, c);
          double reach = STDS * Math.exp(0.5 * mixtures.logVariance(i, c));
          range = range.around(new Range(mean - reach, mean + reach));
        }
      }
    }
    return range;
  }

  /** The log of a component's density at its mean, up to a constant. */
  private double height(int row, int component) {
    return logWeights.at(row, component) - 0.5 * mixtures.logVariance(row, component);
  }

  /**
   * The density of an action's return in a state as a share of the greatest, at {@code count}
   * places of an axis.
   */
  double[] shape(int state, int action, Range axis, int count) {
    var shape = new double[count];
    double peak = Double.MIN_NORMAL;
    for (int k = 0; k < count; k++) {
      double y = axis.from + axis.width() * k / (count - 1);
      shape[k] = density(state * actions + action, y);
      peak = Math.max(peak, shape[k]);
    }
    for (int k = 0; k < count; k++) {
      shape[k] /= peak;
    }
    return shape;
  }

  private double density(int row, double y) {
    double sum = 0;
    for (int c = 0; c < mixtures.components(); c++) {
      double z = (y - mixtures.mean(row, c)) * Math.exp(-0.5 * mixtures.logVariance(row, c));
      sum += Math.exp(height(row, c) - 0.5 * z * z);
    }
    return sum;
  }
}
