package hydrangea.models.estimation;

import hydrangea.models.Check;

/** Climbs a concave likelihood: full steps near the top, shorter ones on the way. */
final class Newton {
  private static final double STILL = 1e-11;
  private static final double LONGEST = 2; // in v: farther off the quadratic model is no guide
  private static final int HALVINGS = 40;

  private Newton() {}

  /** The W of the largest likelihood, row-major; {@code row} is its first within all of W. */
  static double[] maximise(Likelihood likelihood, int maxIterations, int row) {
    int unknowns = likelihood.statistics * likelihood.features;
    Check.require(likelihood.transitions() > 0, "no transitions to estimate from: add some before");
    double[] w = likelihood.start();
    Check.require(
        likelihood.admits(w),
        "maximum likelihood finds no weights to start from with a density at every transition:"
            + " take features that can be constant, or another family");
    Likelihood.Point here = likelihood.at(w);
    for (int i = 0; i < maxIterations; i++) {
      double[] step =
          Cholesky.solve(
              here.curvature,
              0,
              here.gradient,
              at ->
                  "W[%d, %d]".formatted(row + at / likelihood.features, at % likelihood.features));
      double length = likelihood.reach(step);
      if (length <= STILL) {
        return moved(here.w, step, 1);
      }
      here = climbed(likelihood, here, step, Math.min(1, LONGEST / length));
    }
    throw new IllegalArgumentException(
        "maximum likelihood did not settle in %d iterations for %d weights: take more, or a larger lambda"
            .formatted(maxIterations, unknowns));
  }

  /** Where the first of ever shorter steps leads that does not go down. */
  private static Likelihood.Point climbed(
      Likelihood likelihood, Likelihood.Point here, double[] step, double share) {
    double slack = 1e-12 * Math.abs(here.value); // of rounding, near the top
    for (int h = 0; h < HALVINGS; h++, share /= 2) {
      double[] w = moved(here.w, step, share);
      if (likelihood.admits(w)) {
        Likelihood.Point next = likelihood.at(w);
        if (next.value >= here.value - slack) {
          return next;
        }
      }
    }
    return here;
  }

  private static double[] moved(double[] w, double[] step, double share) {
    double[] next = w.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += share * step[i];
    }
    return next;
  }
}
