package hydrangea.models.estimation;

import hydrangea.models.Matrix;
import hydrangea.models.Quantile;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How {@code |W_hat - W|_F} falls with the transitions: its mean over runs, the middle 95 % of
 * them, and the power law through the means.
 *
 * @param counts of the transitions, two at least
 */
public record ErrorPicture(List<Integer> counts) {
  private static final double TAIL = 0.025;

  /** By the names of the estimators, of one run at least. */
  public Figure draw(Map<String, Estimates> estimates) {
    List<Layer> layers = new ArrayList<>();
    estimates.forEach(
        (name, each) -> {
          Matrix errors = each.errors();
          if (errors.rows > 1) {
            layers.add(new Layer.Band(name, band(errors)));
          }
          layers.add(new Layer.Curve(name, curve(Estimates.means(errors))));
          PowerLaw law = each.law();
          String line = String.format(Locale.ROOT, "n^%.2f", law.exponent());
          layers.add(
              new Layer.Curve(
                  estimates.size() == 1 ? line : name + ": " + line,
                  curve(counts.stream().mapToDouble(law::at).toArray())));
        });
    int runs = estimates.values().iterator().next().runs();
    String title = runs > 1 ? "mean and 95 % of " + runs + " runs" : "one run";
    return new Figure.Chart(title, "transitions n", "error in W", new Bounds.FitLogLog(), layers);
  }

  private Matrix curve(double[] y) {
    var points = new Matrix(y.length, 2);
    for (int i = 0; i < y.length; i++) {
      points.data[2 * i] = counts.get(i);
      points.data[2 * i + 1] = y[i];
    }
    return points;
  }

  private Matrix band(Matrix errors) {
    var points = new Matrix(errors.columns, 3);
    for (int i = 0; i < points.rows; i++) {
      double[] column = errors.columns(i, i + 1).data;
      Arrays.sort(column);
      points.data[3 * i] = counts.get(i);
      points.data[3 * i + 1] = Quantile.of(column, TAIL);
      points.data[3 * i + 2] = Quantile.of(column, 1 - TAIL);
    }
    return points;
  }
}
