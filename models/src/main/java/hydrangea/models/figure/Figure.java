package hydrangea.models.figure;

import java.util.List;

/** A picture as data; the runner draws it. */
public sealed interface Figure {
  String title();

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

    public Chart titled(String other) {
      return new Chart(other, xLabel, yLabel, bounds, layers);
    }
  }

  /** Charts beside one another, row by row. */
  record Panels(String title, int columns, List<Chart> charts) implements Figure {
    public Panels {
      charts = List.copyOf(charts);
      if (columns < 1) {
        throw new IllegalArgumentException("columns must be at least 1, was " + columns);
      }
    }
  }
}
