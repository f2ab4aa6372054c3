package hydrangea.models.estimation;

import hydrangea.models.Matrix;
import hydrangea.models.family.Family;
import hydrangea.models.family.TotalVariation;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.family.TransitionModel;
import java.util.Arrays;

/** How far an estimate of W is from the truth. */
final class Misfit {
  private static final double NATS = 42; // exp(-42) = 6e-19

  private Misfit() {}

  /** {@code |W_hat - W|_F}. */
  static double error(Matrix estimate, Matrix truth) {
    double squares = 0;
    for (int i = 0; i < truth.data.length; i++) {
      double off = estimate.data[i] - truth.data[i];
      squares += off * off;
    }
    return Math.sqrt(squares);
  }

  /**
   * The total variation distance of each coordinate's estimated density from the true one, mean
   * over inputs, {@code [d]}. Where the estimate belongs to no density it is 1, the limit.
   *
   * @param phi features of the inputs, {@code [n, f]}
   */
  static double[] distances(Matrix estimate, TransitionModel truth, Matrix phi) {
    TransitionFamily family = truth.family();
    var means = new double[family.dimension()];
    for (int t = 0; t < phi.rows; t++) {
      double[] here = phi.row(t);
      for (int i = 0; i < means.length; i++) {
        double[] v = family.natural(truth.w(), i, here);
        double[] estimated = family.natural(estimate, i, here);
        means[i] += distance(family.coordinates().get(i), v, estimated);
      }
    }
    Arrays.setAll(means, i -> means[i] / phi.rows);
    return means;
  }

  private static double distance(Family family, double[] v, double[] estimated) {
    return family.admits(estimated)
        ? TotalVariation.between(family.at(v), family.at(estimated), family.reach(v, NATS))
        : 1;
  }
}
