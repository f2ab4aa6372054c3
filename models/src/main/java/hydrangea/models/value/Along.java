package hydrangea.models.value;

import hydrangea.models.Matrix;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import hydrangea.models.value.Densities.Range;
import java.util.ArrayList;
import java.util.List;

/** What was said of the returns of actions along an episode, as a figure. */
final class Along {
  static final String STEP = "step";
  static final String RETURN = "return, as it is learned";
  static final String CAME = "what came";

  private static final int MOMENTS = 160;
  private static final int RETURNS = 120;
  private static final List<Double> LEVELS = List.of(0.1, 0.4, 0.8);

  private Along() {}

  /** A chart for each action: lines of equal density in each step, the mean and what came. */
  static Figure of(ReturnMixtures values, Matrix heads, Matrix returns) {
    var densities = new Densities(values, heads);
    Range axis = axis(densities, returns);
    Matrix means = values.values(heads);
    var charts = new ArrayList<Figure.Chart>();
    for (int a = 0; a < values.actions(); a++) {
      List<Layer> layers =
          List.of(
              contours(densities, a, axis, heads.rows),
              new Layer.Curve("value", curve(means.columns(a, a + 1))),
              new Layer.Curve(CAME, curve(returns)));
      charts.add(new Figure.Chart("action " + a, STEP, RETURN, new Bounds.Fit(), layers));
    }
    return new Figure.Panels(
        "returns along an episode",
        "lines where the density of a step's return is .1, .4 and .8 of its greatest",
        2,
        charts);
  }

  /** {@code [T, 2]}: step and number. */
  static Matrix curve(Matrix column) {
    var curve = new Matrix(column.rows, 2);
    for (int i = 0; i < column.rows; i++) {
      curve.data[2 * i] = i;
      curve.data[2 * i + 1] = column.data[i];
    }
    return curve;
  }

  private static Range axis(Densities densities, Matrix returns) {
    Range axis = densities.range(0);
    for (int i = 0; i < returns.rows; i++) {
      axis = axis.around(densities.range(i)).around(new Range(returns.data[i], returns.data[i]));
    }
    return axis;
  }

  private static Layer contours(Densities densities, int action, Range axis, int steps) {
    int columns = Math.min(steps, MOMENTS);
    var values = new Matrix(RETURNS, columns);
    for (int j = 0; j < columns; j++) {
      int step = columns == 1 ? 0 : (int) Math.round((double) j * (steps - 1) / (columns - 1));
      double[] shape = densities.shape(step, action, axis, RETURNS);
      for (int k = 0; k < RETURNS; k++) {
        values.data[k * columns + j] = shape[k];
      }
    }
    var window = new Bounds.Window(0, Math.max(1, steps - 1), axis.from(), axis.to());
    return new Layer.Contours("density", Layer.Role.SAMPLES, window, values, LEVELS);
  }
}
