package hydrangea.models.family;

import hydrangea.models.Check;

/** The numbers from {@code lower} to {@code upper}; either may be infinite. */
public record Interval(double lower, double upper) {
  /** All real numbers. */
  public static final Interval LINE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public Interval {
    Check.require(
        lower < upper,
        "an interval needs lower < upper, but lower is " + lower + " and upper " + upper);
  }

  public boolean contains(double x) {
    return lower <= x && x <= upper;
  }

  /** What lies in both. */
  public Interval within(Interval other) {
    return new Interval(Math.max(lower, other.lower), Math.min(upper, other.upper));
  }

  /** The smallest interval around both. */
  public Interval with(Interval other) {
    return new Interval(Math.min(lower, other.lower), Math.max(upper, other.upper));
  }

  /** Refuses a support that leaves out where the base of {@code family} is largest. */
  Interval aroundZero(String family) {
    Check.require(
        lower < 0 && 0 < upper,
        () ->
            "the support of "
                + family
                + " must hold 0, where its base is largest, but is ["
                + lower
                + ", "
                + upper
                + "]: take one from below 0 to above it");
    return this;
  }
}
