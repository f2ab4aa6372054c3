package hydrangea.models.figure;

/** What the axes of a chart show. */
public sealed interface Bounds {
  /** Whatever the layers need, on a linear y axis. */
  record Fit() implements Bounds {}

  /** Whatever the layers need, on a logarithmic y axis (positive values only). */
  record FitLogY() implements Bounds {}

  /** A fixed window with equal units on both axes. */
  record Window(double xFrom, double xTo, double yFrom, double yTo) implements Bounds {}
}
