package hydrangea.models.estimation;

import hydrangea.models.Check;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** The catalogue of what single numbers of states and actions are drawn from. */
public sealed interface Draw {
  double draw(RandomGenerator random);

  /** So many of them. */
  default double[] draw(int count, RandomGenerator random) {
    return DoubleStream.generate(() -> draw(random)).limit(count).toArray();
  }

  /** The number at which pictures are made. */
  double middle();

  /** The place for draws from outside this catalogue. */
  non-sealed interface Open extends Draw {}

  /** Uniform from {@code lower} to {@code upper}; pictures are made at the centre. */
  record Between(double lower, double upper) implements Draw {
    public Between {
      Check.require(
          lower < upper && Double.isFinite(lower) && Double.isFinite(upper),
          () ->
              "between needs lower < upper, both finite, but lower is %s and upper %s"
                  .formatted(lower, upper));
    }

    @Override
    public double draw(RandomGenerator random) {
      return random.nextDouble(lower, upper);
    }

    @Override
    public double middle() {
      return 0.5 * lower + 0.5 * upper;
    }
  }

  /** Each of {@code values} as likely as the others; pictures are made at the last. */
  record OneOf(List<Double> values) implements Draw {
    public OneOf {
      values = List.copyOf(values);
      boolean fine = !values.isEmpty() && values.stream().allMatch(Double::isFinite);
      Check.require(fine, "values must be at least one, all finite, were " + values);
    }

    @Override
    public double draw(RandomGenerator random) {
      return values.get(random.nextInt(values.size()));
    }

    @Override
    public double middle() {
      return values.get(values.size() - 1);
    }
  }
}
