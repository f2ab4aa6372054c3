package hydrangea.models.figure;

import hydrangea.models.Store;
import java.util.Collection;
import java.util.List;

/** A picture as data; the runner draws it. */
public sealed interface Figure {
  /** One of each kind, for a restoring store to fill. */
  static List<Figure> blanks() {
    return List.of(Chart.blank(), new Panels("", 1, List.of()));
  }

  String title();

  /** The same figure, or in a restoring store the one that was kept, of the same kind. */
  Figure exchanged(Store store);

  /** The item {@code name} of {@code store}, of whatever kind. */
  static Figure exchanged(Store store, String name, Figure figure) {
    return store.at(name).kind(figure, blanks()).exchanged(store.at(name));
  }

  /**
   * One pair of axes with layers on it, the first at the bottom.
   *
   * @param bounds what the axes show
   */
  record Chart(String title, String xLabel, String yLabel, Bounds bounds, List<Layer> layers)
      implements Figure {
    public Chart {
      layers = List.copyOf(layers);
    }

    /** An empty one. */
    public static Chart blank() {
      return new Chart("", "", "", new Bounds.Fit(), List.of());
    }

    public Chart titled(String other) {
      return new Chart(other, xLabel, yLabel, bounds, layers);
    }

    public Chart with(List<Layer> other) {
      return new Chart(title, xLabel, yLabel, bounds, other);
    }

    @Override
    public Chart exchanged(Store store) {
      return new Chart(
          store.text("title", title),
          store.text("xLabel", xLabel),
          store.text("yLabel", yLabel),
          Bounds.exchanged(store, "bounds", bounds),
          store.list("layers", layers, Layer.blanks().get(0), Layer::exchanged));
    }
  }

  /**
   * Charts beside one another, row by row. Equal labels have the same colour in all of them.
   *
   * @param caption what a reader has to know beyond the labels
   */
  record Panels(String title, String caption, int columns, List<Chart> charts) implements Figure {
    public Panels(String title, int columns, List<Chart> charts) {
      this(title, "", columns, charts);
    }

    public Panels {
      charts = List.copyOf(charts);
      if (columns < 1) {
        throw new IllegalArgumentException("columns must be at least 1, was " + columns);
      }
    }

    public Panels with(Collection<Chart> other) {
      return new Panels(title, caption, columns, List.copyOf(other));
    }

    @Override
    public Panels exchanged(Store store) {
      return new Panels(
          store.text("title", title),
          store.text("caption", caption),
          (int) store.number("columns", (long) columns),
          store.list("charts", charts, Chart.blank(), (at, name, it) -> it.exchanged(at.at(name))));
    }
  }
}
