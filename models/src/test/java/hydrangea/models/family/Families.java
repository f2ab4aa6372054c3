package hydrangea.models.family;

import java.util.Map;
import java.util.stream.Stream;

/** The catalogue with the numbers of the reference files, and parameters for each. */
final class Families {
  static final CustomSin CUSTOM_SIN = new CustomSin(4, 1.7, Interval.LINE);

  /** By the names of the reference file. */
  static final Map<String, Family> GOLDEN =
      Map.of(
          "custom_sin", CUSTOM_SIN,
          "custom_sin_support_6", new CustomSin(4, 1.7, new Interval(-6, 6)),
          "normal_unnormalised", new Normal(1),
          "exponential", new Exponential(),
          "beta", new Beta(),
          "sin_squared", new SinSquared(2, new Interval(-8, 8)),
          "exp_sin", new ExpSin(1, new Interval(-15, 6)),
          "mog_like", new MogLike(2, new Interval(-10, 10)),
          "exp_relu", new ExpRelu(1),
          "mog_relu", new MogRelu(1));

  /** A member of a family. */
  static final class Case {
    private final Family family;
    private final double[] v;

    Case(Family family, double... v) {
      this.family = family;
      this.v = v;
    }

    Family family() {
      return family;
    }

    double[] v() {
      return v;
    }

    @Override
    public String toString() {
      return family + " at " + java.util.Arrays.toString(v);
    }
  }

  /** One row for each record of the catalogue, and some of an unusual kind. */
  static Stream<Case> all() {
    return Stream.of(
        new Case(CUSTOM_SIN, 1.3),
        new Case(new CustomSin(4, 1.7, new Interval(-1, 2)), -3),
        new Case(new CustomSin(30, .8, Interval.LINE), 9),
        new Case(new SinSquared(2, new Interval(-8, 8)), 2),
        new Case(new ExpSin(1, new Interval(-15, 6)), 1),
        new Case(new MogLike(2, new Interval(-10, 10)), 1.5, 1.5),
        new Case(new MogLike(1.5, Interval.LINE), -2, .7),
        new Case(new Normal(.3), 2.5),
        new Case(new Exponential(), -2),
        new Case(new Beta(), 1, 4),
        new Case(new Beta(), -.4, 2.5),
        new Case(new ExpRelu(1), .5, 1),
        new Case(new ExpRelu(.2), 4, -11),
        new Case(new MogRelu(1), .3, 1, 1.5),
        new Case(new MogRelu(2), .3, -6, -8));
  }

  private Families() {}
}
