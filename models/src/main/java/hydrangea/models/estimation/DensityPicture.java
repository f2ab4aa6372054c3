package hydrangea.models.estimation;

import hydrangea.models.Matrix;
import hydrangea.models.family.Family;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.family.TransitionModel;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The true densities of the next state after one input, what the latest run estimates, and how far
 * that is from the truth.
 */
public final class DensityPicture {
  private static final int COLUMNS = 3;

  private final TransitionModel truth;
  private final double[] phi;

  /**
   * After one input.
   *
   * @param phi its features, {@code [f]}
   */
  public DensityPicture(TransitionModel truth, double[] phi) {
    this.truth = truth;
    this.phi = phi.clone();
  }

  /**
   * A chart for each coordinate.
   *
   * @param estimates by the names of their estimators, of one run at least
   * @param caption what a reader has to know; may be empty
   */
  public Figure draw(Map<String, Estimates> estimates, String caption) {
    int d = truth.family().dimension();
    List<Figure.Chart> charts = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      String label = d == 1 ? "next state" : "next state, coordinate " + i;
      charts.add(
          new Figure.Chart(
              title(estimates, i), label, "density", new Bounds.Fit(), layers(estimates, i)));
    }
    return d == 1 && caption.isEmpty()
        ? charts.get(0)
        : new Figure.Panels("densities", caption, Math.min(d, COLUMNS), charts);
  }

  private String title(Map<String, Estimates> estimates, int coordinate) {
    return estimates.entrySet().stream()
        .map(
            each -> {
              double[] distances =
                  Misfit.distances(each.getValue().latest(), truth, Matrix.of(phi));
              return String.format(Locale.ROOT, "%s %.4f", each.getKey(), distances[coordinate]);
            })
        .collect(Collectors.joining(", ", "TVD ", ""));
  }

  private List<Layer> layers(Map<String, Estimates> estimates, int coordinate) {
    TransitionFamily all = truth.family();
    Family family = all.coordinates().get(coordinate);
    var curves = DensityCurves.around(family.at(all.natural(truth.w(), coordinate, phi)));
    List<Layer> layers = new ArrayList<>(curves.truthLayers());
    estimates.forEach(
        (name, each) -> {
          double[] v = all.natural(each.latest(), coordinate, phi);
          layers.add(curves.of(name, family, v));
        });
    return layers;
  }
}
