package hydrangea.models.figure;

import hydrangea.models.Store;
import java.util.List;

/** What the axes of a chart show. */
public sealed interface Bounds {
  /** One of each kind, for a restoring store to fill. */
  static List<Bounds> blanks() {
    return List.of(new Fit(), new FitLogY(), new FitLogLog(), new Window(0, 0, 0, 0));
  }

  /** The same bounds, or in a restoring store those that were kept, of the same kind. */
  default Bounds exchanged(Store store) {
    return this;
  }

  /** The item {@code name} of {@code store}, of whatever kind. */
  static Bounds exchanged(Store store, String name, Bounds bounds) {
    return store.at(name).kind(bounds, blanks()).exchanged(store.at(name));
  }

  /** Whatever the layers need, on a linear y axis. */
  record Fit() implements Bounds {}

  /** Whatever the layers need, on a logarithmic y axis (positive values only). */
  record FitLogY() implements Bounds {}

  /** Whatever the layers need, on two logarithmic axes (positive values only). */
  record FitLogLog() implements Bounds {}

  /** A fixed window with equal units on both axes. */
  record Window(double xFrom, double xTo, double yFrom, double yTo) implements Bounds {
    @Override
    public Window exchanged(Store store) {
      return new Window(
          store.number("xFrom", xFrom),
          store.number("xTo", xTo),
          store.number("yFrom", yFrom),
          store.number("yTo", yTo));
    }
  }
}
