package hydrangea.models;

/**
 * Quantiles of numbers, on straight lines between the ordered ones, as NumPy, R and Excel have it.
 *
 * <p>Source: Hyndman and Fan 1996, "Sample quantiles in statistical packages", type 7.
 */
public final class Quantile {
  private Quantile() {}

  /**
   * The one below which a share {@code p} lies.
   *
   * @param sorted ascending, one at least
   */
  public static double of(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
