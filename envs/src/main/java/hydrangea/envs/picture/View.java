package hydrangea.envs.picture;

/**
 * The window into the plane, y upwards.
 *
 * @param width pixels
 * @param height pixels
 * @param scale pixels a unit
 * @param left x of the left edge, in units
 * @param bottom y of the lower edge, in units
 */
public record View(int width, int height, double scale, double left, double bottom) {
  /** A square about the origin. */
  public static View square(int pixels, double halfWidth) {
    return new View(pixels, pixels, pixels / (2 * halfWidth), -halfWidth, -halfWidth);
  }

  /** The size of a pixel, in units. */
  public double pixel() {
    return 1 / scale;
  }
}
