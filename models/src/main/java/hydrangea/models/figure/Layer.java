package hydrangea.models.figure;

import hydrangea.models.Matrix;
import hydrangea.models.Store;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Something drawn on a chart. */
public sealed interface Layer {
  /** One of each kind, for a restoring store to fill. */
  static List<Layer> blanks() {
    return List.of(
        new Points("", Role.OTHER, new Matrix(0, 2)),
        new Contours("", Role.OTHER, new Bounds.Window(0, 0, 0, 0), new Matrix(0, 0), List.of()),
        new Curve("", new Matrix(0, 2)),
        new Band("", new Matrix(0, 3)),
        new Bars(List.of(), List.of(), new Matrix(0, 0)));
  }

  /** The same layer, or in a restoring store the one that was kept, of the same kind. */
  Layer exchanged(Store store);

  /** The item {@code name} of {@code store}, of whatever kind. */
  static Layer exchanged(Store store, String name, Layer layer) {
    return store.at(name).kind(layer, blanks()).exchanged(store.at(name));
  }

  /** The colour family: targets are red, samples are blue, others take the next of the palette. */
  enum Role {
    TARGET,
    SAMPLES,
    OTHER;

    Role exchanged(Store store) {
      return valueOf(store.text("role", name()));
    }
  }

  /**
   * A scatter of points.
   *
   * @param points {@code [n, 2]}
   */
  record Points(String label, Role role, Matrix points) implements Layer {
    @Override
    public Points exchanged(Store store) {
      return new Points(
          store.text("label", label), role.exchanged(store), store.matrix("points", points));
    }
  }

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

    @Override
    public Contours exchanged(Store store) {
      return new Contours(
          store.text("label", label),
          role.exchanged(store),
          window.exchanged(store.at("window")),
          store.matrix("values", values),
          store.list("levels", levels, 0.0, Store::number));
    }
  }

  /**
   * A line through points in order.
   *
   * @param points {@code [n, 2]}, ascending in x
   */
  record Curve(String label, Matrix points) implements Layer {
    private static final int STEPS = 400;

    /** The graph of a function between two numbers. */
    public static Curve of(String label, double from, double to, DoubleUnaryOperator function) {
      var points = new Matrix(STEPS + 1, 2);
      for (int i = 0; i <= STEPS; i++) {
        double x = from + (to - from) * i / STEPS;
        points.data[2 * i] = x;
        points.data[2 * i + 1] = function.applyAsDouble(x);
      }
      return new Curve(label, points);
    }

    @Override
    public Curve exchanged(Store store) {
      return new Curve(store.text("label", label), store.matrix("points", points));
    }
  }

  /**
   * The area between a lower and an upper curve, pale: what lies around the curve of the same
   * label.
   *
   * @param points {@code [n, 3]}: x, lower y, upper y, ascending in x
   */
  record Band(String label, Matrix points) implements Layer {
    public Band {
      if (points.columns != 3) {
        throw new IllegalArgumentException(
            "points must be [n, 3], x and two y, were [n, " + points.columns + "]");
      }
    }

    /** The area between a curve and 0. */
    public static Band below(Curve curve) {
      Matrix points = curve.points();
      Matrix x = points.columns(0, 1);
      Matrix y = points.columns(1, 2);
      return new Band(curve.label(), Matrix.beside(x, new Matrix(points.rows, 1), y));
    }

    @Override
    public Band exchanged(Store store) {
      return new Band(store.text("label", label), store.matrix("points", points));
    }
  }

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

    @Override
    public Bars exchanged(Store store) {
      return new Bars(
          store.list("names", names, "", Store::text),
          store.list("series", series, "", Store::text),
          store.matrix("heights", heights));
    }
  }
}
