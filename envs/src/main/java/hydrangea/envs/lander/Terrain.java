package hydrangea.envs.lander;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ground: straight pieces from point to point, level at the pad.
 *
 * <p>Twelve heights h, of which those of the pad and beside it are replaced by {@link #PAD_Y}, are
 * smoothed to eleven: y_i = .33 (h_(i-1) + h_i + h_(i+1)), where h_(-1) is the last. So the pad's
 * surface lies at .99 of its nominal height.
 *
 * @param ys of the points that lie {@link #SPACING} apart, the first at x = 0
 */
public record Terrain(List<Double> ys) {
  /** Width and height of the scene, m. */
  public static final double WIDTH = 20;

  public static final double HEIGHT = 400 / 30.0;

  /** Between one point and the next, m. */
  public static final double SPACING = 2;

  /** Where the flags stand, m. */
  public static final double PAD_LEFT = 8;

  public static final double PAD_RIGHT = 12;

  /** The pad's nominal height, m. */
  public static final double PAD_Y = HEIGHT / 4;

  static final int HEIGHTS = 12;

  public Terrain {
    ys = List.copyOf(ys);
  }

  /** What twelve raw heights give. */
  public static Terrain of(List<Double> heights) {
    double[] h = heights.stream().mapToDouble(height -> height).toArray();
    for (int i = 3; i <= 7; i++) {
      h[i] = PAD_Y;
    }
    return new Terrain(
        IntStream.range(0, HEIGHTS - 1)
            .mapToObj(i -> .33 * (h[i == 0 ? HEIGHTS - 1 : i - 1] + h[i] + h[i + 1]))
            .toList());
  }
}
