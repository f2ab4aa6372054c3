package hydrangea.models.figure;

import hydrangea.models.Matrix;
import java.util.List;

/** Something drawn on a chart. */
public sealed interface Layer {
  /** The colour family: targets are red, samples are blue, others take the next of the palette. */
  enum Role {
    TARGET,
    SAMPLES,
    OTHER
  }

  /**
   * A scatter of points.
   *
   * @param points {@code [n, 2]}
   */
  record Points(String label, Role role, Matrix points) implements Layer {}

  /**
   * Lines of equal value of a function on a regular grid.
   *
   * @param values {@code [rows, columns]}: row i at the i-th y, column j at the j-th x, both evenly
   *     spaced over the window
   * @param levels the values at which lines are drawn
   */
  record Contours(String label, Role role, Bounds.Window window, Matrix values, List<Double> levels)
      implements Layer {
    public Contours {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A line through points in order.
   *
   * @param points {@code [n, 2]}, ascending in x
   */
  record Curve(String label, Matrix points) implements Layer {}

  /** Groups of bars: one group a name, one bar a series in each. */
  record Bars(List<String> names, List<String> series, Matrix heights) implements Layer {
    public Bars {
      names = List.copyOf(names);
      series = List.copyOf(series);
      if (heights.rows != names.size() || heights.columns != series.size()) {
        throw new IllegalArgumentException(
            "heights must be [names, series] = [" + names.size() + ", " + series.size() + "]");
      }
    }
  }
}
