package hydrangea.envs;

import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import java.awt.Color;
import java.util.List;

/**
 * Cart, pole and track, in Gymnasium's size and colours.
 *
 * @param xThreshold where the picture ends, m
 * @param length half the pole's, m
 */
record CartPoleRenderer(double xThreshold, double length) implements Renderer<CartPole.State> {
  private static final Color POLE = new Color(202, 152, 101);
  private static final Color AXLE = new Color(129, 132, 203);

  @Override
  public View view() {
    double scale = 600 / (2 * xThreshold);
    return new View(600, 400, scale, -xThreshold, -100 / scale);
  }

  @Override
  public Pace pace() {
    return new Pace(50, 1);
  }

  @Override
  public void draw(CartPole.State state, Canvas canvas) {
    double pixel = view().pixel();
    double halfWidth = 25 * pixel;
    double halfHeight = 15 * pixel;
    double x = state.x();
    canvas.line(Color.BLACK, pixel, -xThreshold, 0, xThreshold, 0);
    canvas.polygon(
        Color.BLACK,
        List.of(
            x - halfWidth,
            -halfHeight,
            x + halfWidth,
            -halfHeight,
            x + halfWidth,
            halfHeight,
            x - halfWidth,
            halfHeight));
    double y = halfHeight / 2;
    double tipX = x + Math.sin(state.theta()) * 2 * length;
    double tipY = y + Math.cos(state.theta()) * 2 * length;
    canvas.line(POLE, 10 * pixel, x, y, tipX, tipY);
    canvas.disc(AXLE, 5 * pixel, x, y);
  }
}
