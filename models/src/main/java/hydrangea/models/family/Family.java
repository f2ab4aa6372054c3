package hydrangea.models.family;

import java.util.List;

/**
 * An exponential family of one coordinate, {@code p(x; v) = exp(log q(x) + psi(x) . v - log Z(v))}:
 * its base, its statistic with two derivatives, and where its mass lies. Immutable, valid once
 * constructed.
 */
public sealed interface Family
    permits Beta,
        CustomSin,
        ExpRelu,
        ExpSin,
        Exponential,
        MogLike,
        MogRelu,
        Normal,
        SinSquared,
        Family.Open {
  /** k, the entries of psi and of v. */
  default int statistics() {
    return 1;
  }

  /** Where the density is not zero. */
  Interval support();

  /** log q. */
  Base base();

  /** {@code [k]}. */
  double[] psi(double x);

  /** The derivative of psi, {@code [k]}. */
  double[] psiSlope(double x);

  /** The second derivative of psi, {@code [k]}. */
  double[] psiCurvature(double x);

  /**
   * An interval beyond which the unnormalised density is below {@code exp(-nats)} of its maximum
   * and falling.
   *
   * @throws IllegalArgumentException if no density belongs to {@code v}
   */
  Interval reach(double[] v, double nats);

  /** Where the slope of psi jumps, inside the support. */
  default List<Double> kinks() {
    return List.of();
  }

  /** A length over which log q and psi bend once, such as one over a frequency. */
  default double scale() {
    return 1;
  }

  /** Parameters that belong to some density: where a search for others may start, {@code [k]}. */
  default double[] start() {
    return new double[statistics()];
  }

  /** Whether a density belongs to {@code v}. */
  default boolean admits(double[] v) {
    return true;
  }

  /** The density with these parameters, {@code [k]}. */
  default ScalarDensity at(double... v) {
    return new Integrated(this, v);
  }

  /** Draws for many parameters at once. */
  default Sampler sampler() {
    return statistics() == 1 ? QuantileTable.of(this) : new OneByOne(this, ScalarDensity::sample);
  }

  /** For many parameters at once the mean instead of a draw. */
  default Sampler means() {
    return new OneByOne(this, (density, random) -> density.mean());
  }

  /** The place for families from outside this catalogue: a script's or a jar's own record. */
  non-sealed interface Open extends Family {}
}
