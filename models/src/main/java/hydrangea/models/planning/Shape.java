package hydrangea.models.planning;

import hydrangea.models.Matrix;
import hydrangea.models.family.Interval;
import hydrangea.models.family.ScalarDensity;
import hydrangea.models.figure.Layer;
import java.util.Arrays;

/** A density on a chart. */
sealed interface Shape {
  /** Where nearly all of it lies. */
  Interval range();

  /** What is drawn of it over {@code range}. */
  Layer layer(Interval range);

  /** A histogram of {@code draws}, or a spike where all are equal. */
  static Shape of(String label, double[] draws) {
    var range = Arrays.stream(draws).summaryStatistics();
    return range.getMin() < range.getMax()
        ? Histogram.of(label, draws, new Interval(range.getMin(), range.getMax()))
        : new Spike(label, range.getMin());
  }

  /**
   * A known density.
   *
   * @param area whether it is the area below it, or a line
   */
  record Density(String label, ScalarDensity density, boolean area) implements Shape {
    private static final double BEYOND = 1e-3; // the probability that lies left, and right

    @Override
    public Interval range() {
      return new Interval(density.quantile(BEYOND), density.quantile(1 - BEYOND));
    }

    @Override
    public Layer layer(Interval range) {
      Layer.Curve curve =
          Layer.Curve.of(label, range.lower(), range.upper(), x -> Math.exp(density.logDensity(x)));
      return area ? Layer.Band.below(curve) : curve;
    }
  }

  /**
   * How often draws fall into each of 100 bins, over their number and the bin's width.
   *
   * @param steps {@code [200, 3]}
   */
  record Histogram(String label, Interval range, Matrix steps) implements Shape {
    private static final int BINS = 100;

    private static Histogram of(String label, double[] draws, Interval range) {
      double width = (range.upper() - range.lower()) / BINS;
      var heights = new double[BINS];
      for (double draw : draws) {
        int bin = (int) ((draw - range.lower()) / width);
        heights[Math.min(BINS - 1, bin)] += 1 / (draws.length * width);
      }
      var steps = new Matrix(2 * BINS, 3);
      for (int i = 0; i < BINS; i++) {
        double left = range.lower() + i * width;
        System.arraycopy(
            new double[] {left, 0, heights[i], left + width, 0, heights[i]},
            0,
            steps.data,
            6 * i,
            6);
      }
      return new Histogram(label, range, steps);
    }

    @Override
    public Layer layer(Interval shown) {
      return new Layer.Band(label, steps);
    }
  }

  /** All of it in one place, as tall as if it were spread over the range. */
  record Spike(String label, double at) implements Shape {
    @Override
    public Interval range() {
      double some = Math.max(1e-6, 1e-3 * Math.abs(at));
      return new Interval(at - some, at + some);
    }

    @Override
    public Layer layer(Interval range) {
      double height = 1 / (range.upper() - range.lower());
      return new Layer.Curve(label, Matrix.of(new double[] {at, 0}, new double[] {at, height}));
    }
  }
}
