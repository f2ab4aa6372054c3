package hydrangea.models.measure;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import hydrangea.models.target.KnownDensity;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of the actor's samples (blue) over the target's density (red contours), at the start,
 * at the end and in between: the first two coordinates.
 *
 * @param samples points in a picture
 * @param every a picture after every so many updates; 0: none
 * @param at and one after each of these numbers of updates
 * @param window half the width of the square about the origin that is shown
 */
public record SamplePlot(int samples, int every, List<Integer> at, double window)
    implements Measure {
  private static final int GRID = 240;

  /** Three, two and one standard deviation from the highest peak, were it a round Gaussian. */
  private static final List<Double> LEVELS = List.of(Math.exp(-4.5), Math.exp(-2), Math.exp(-0.5));

  public SamplePlot {
    Check.atLeast("samples", samples, 1);
    Check.atLeast("every", every, 0);
    at = List.copyOf(at);
    Check.require(at.stream().allMatch(update -> update >= 0), "at must hold updates, was " + at);
    Check.positive("window", window);
  }

  @Override
  public boolean due(long update) {
    return update == 0 || at.contains((int) update) || Measure.due(update, every);
  }

  @Override
  public List<Figure.Chart> charts(Fitted fitted) {
    if (fitted.target().width() < 2) {
      return List.of();
    }
    var bounds = new Bounds.Window(-window, window, -window, window);
    var layers = new ArrayList<Layer>(contours(fitted, bounds));
    Matrix points = fitted.samples(samples).columns(0, 2);
    layers.add(new Layer.Points("samples", Layer.Role.SAMPLES, points));
    return List.of(new Figure.Chart("samples", "action 0", "action 1", bounds, layers));
  }

  private static List<Layer> contours(Fitted fitted, Bounds.Window bounds) {
    if (!(fitted.target() instanceof KnownDensity target) || target.width() != 2) {
      return List.of();
    }
    var grid = new Matrix(GRID * GRID, 2);
    for (int i = 0; i < GRID * GRID; i++) {
      grid.data[2 * i] = between(bounds.xFrom(), bounds.xTo(), i % GRID);
      grid.data[2 * i + 1] = between(bounds.yFrom(), bounds.yTo(), i / GRID);
    }
    Matrix log = target.logDensity(fitted.observations(grid.rows), grid).value();
    var density = new Matrix(GRID, GRID);
    double peak = Double.NEGATIVE_INFINITY;
    for (double value : log.data) {
      peak = Math.max(peak, value);
    }
    for (int i = 0; i < density.data.length; i++) {
      density.data[i] = Math.exp(log.data[i] - peak);
    }
    return List.of(new Layer.Contours("target", Layer.Role.TARGET, bounds, density, LEVELS));
  }

  private static double between(double from, double to, int index) {
    return from + (to - from) * index / (GRID - 1);
  }
}
