package hydrangea.models.family;

import java.util.random.RandomGenerator;

/** A position on the line under the force of one density. */
final class Chain {
  private final Family family;
  private final Base base;
  private final double[] v;
  private final int from;

  Chain(Family family, double[] v, int from) {
    this.family = family;
    this.base = family.base();
    this.v = v;
    this.from = from;
  }

  double run(Sampling.Hamiltonian how, RandomGenerator random) {
    double x = start(random);
    for (int i = 0; i < how.burnIn(); i++) {
      double momentum = random.nextGaussian();
      double energy = 0.5 * momentum * momentum - log(x);
      double moved = x;
      double p = momentum + 0.5 * how.stepSize() * force(x);
      for (int j = 1; j <= how.leapfrogSteps(); j++) {
        moved += how.stepSize() * p;
        p += (j < how.leapfrogSteps() ? 1 : 0.5) * how.stepSize() * force(moved);
      }
      double after = 0.5 * p * p - log(moved);
      if (Math.log(random.nextDouble()) < energy - after) { // false with NaN: outside
        x = moved;
      }
    }
    return x;
  }

  /** About where bases are large, within the support. */
  private double start(RandomGenerator random) {
    Interval support = family.support();
    if (Double.isFinite(support.lower()) && Double.isFinite(support.upper())) {
      double width = support.upper() - support.lower();
      return support.lower() + width * random.nextDouble();
    }
    double x = random.nextGaussian();
    return support.contains(x) ? x : -x;
  }

  private double log(double x) {
    return family.support().contains(x) ? base.log(x) + dot(family.psi(x)) : Double.NaN;
  }

  private double force(double x) {
    return family.support().contains(x) ? base.slope(x) + dot(family.psiSlope(x)) : 0;
  }

  private double dot(double[] psi) {
    double sum = 0;
    for (int k = 0; k < psi.length; k++) {
      sum += v[from + k] * psi[k];
    }
    return sum;
  }
}
