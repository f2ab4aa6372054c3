package hydrangea.envs;

import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import java.awt.Color;
import java.util.function.DoubleUnaryOperator;

/**
 * A point on a line, below the curve of what it earns there.
 *
 * @param halfWidth of the line that is shown, about 0
 */
record LineRenderer(double halfWidth, DoubleUnaryOperator reward) implements Renderer<Double> {
  private static final Color CURVE = new Color(127, 127, 127);
  private static final Color POINT = new Color(214, 39, 40);
  private static final int PIXELS = 600;

  @Override
  public View view() {
    return new View(PIXELS, 400, PIXELS / (2 * halfWidth), -halfWidth, -.3 * halfWidth);
  }

  @Override
  public Pace pace() {
    return new Pace(5, 1);
  }

  @Override
  public void draw(Double state, Canvas canvas) {
    double pixel = view().pixel();
    canvas.line(Color.BLACK, pixel, -halfWidth, 0, halfWidth, 0);
    for (double x = -halfWidth; x < halfWidth; x += pixel) {
      double next = x + pixel;
      canvas.line(CURVE, pixel, x, reward.applyAsDouble(x), next, reward.applyAsDouble(next));
    }
    canvas.disc(POINT, 6 * pixel, state, 0);
  }
}
