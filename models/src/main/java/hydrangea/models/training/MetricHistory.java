package hydrangea.models.training;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of metrics told so far, column by column: what curves are drawn from. */
final class MetricHistory implements Saved {
  private static final Pattern LOOK = Pattern.compile("(\\w+)/(\\w+)/(\\w+)");

  private final Map<String, List<double[]>> columns = new LinkedHashMap<>();

  void add(long step, Map<String, Double> values) {
    values.forEach(
        (name, value) ->
            columns.computeIfAbsent(name, n -> new ArrayList<>()).add(new double[] {step, value}));
  }

  /** {@code [n, 2]}: step and value. */
  Matrix curve(String name) {
    List<double[]> column = columns.getOrDefault(name, List.of());
    return column.isEmpty() ? new Matrix(0, 2) : Matrix.of(column.toArray(double[][]::new));
  }

  /** The newest value; 0 where there is none. */
  double last(String name) {
    List<double[]> column = columns.getOrDefault(name, List.of());
    return column.isEmpty() ? 0 : column.get(column.size() - 1)[1];
  }

  Figure.Chart chart(String title, String name) {
    Matrix curve = curve(name);
    boolean positive = true;
    for (int i = 0; i < curve.rows; i++) {
      positive &= curve.at(i, 1) > 0;
    }
    Bounds bounds = positive ? new Bounds.FitLogY() : new Bounds.Fit();
    return new Figure.Chart(title, "updates", name, bounds, List.of(new Layer.Curve(name, curve)));
  }

  /** Several of them on one pair of axes, by their labels. */
  Figure.Chart chart(String title, String xLabel, String yLabel, Map<String, String> labels) {
    List<Layer> curves = new ArrayList<>();
    labels.forEach((label, name) -> curves.add(new Layer.Curve(label, curve(name))));
    return new Figure.Chart(title, xLabel, yLabel, new Bounds.Fit(), curves);
  }

  /**
   * A figure of all metrics called {@code figure/chart/curve}, a chart and a curve by these names:
   * see {@link hydrangea.models.objective.Predicting#look}.
   */
  List<Figure> looks() {
    var figures = new LinkedHashMap<String, Map<String, Map<String, String>>>();
    for (String name : columns.keySet()) {
      Matcher parts = LOOK.matcher(name);
      if (parts.matches()) {
        figures
            .computeIfAbsent(parts.group(1), n -> new LinkedHashMap<>())
            .computeIfAbsent(parts.group(2), n -> new LinkedHashMap<>())
            .put(parts.group(3), name);
      }
    }
    List<Figure> drawn = new ArrayList<>();
    figures.forEach(
        (title, charts) -> {
          List<Figure.Chart> each = new ArrayList<>();
          charts.forEach((chart, labels) -> each.add(chart(chart, "steps", chart, labels)));
          drawn.add(new Figure.Panels(title, each.size(), each));
        });
    return drawn;
  }

  @Override
  public void exchange(Store store) {
    var curves = new LinkedHashMap<String, Matrix>();
    columns.keySet().forEach(name -> curves.put(name, curve(name)));
    Map<String, Matrix> kept = store.map("curves", curves, new Matrix(0, 2), Store::matrix);
    columns.clear();
    kept.forEach((name, curve) -> columns.put(name, rows(curve)));
  }

  private static List<double[]> rows(Matrix curve) {
    var rows = new ArrayList<double[]>();
    for (int i = 0; i < curve.rows; i++) {
      rows.add(curve.row(i));
    }
    return rows;
  }
}
