package hydrangea.envs;

import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import java.awt.Color;

/** The rod about its pivot, in Gymnasium's size and colours. */
record PendulumRenderer(double length) implements Renderer<Pendulum.State> {
  private static final Color ROD = new Color(204, 77, 77);

  @Override
  public View view() {
    return View.square(500, 2.2 * length);
  }

  @Override
  public Pace pace() {
    return new Pace(30, 1);
  }

  @Override
  public void draw(Pendulum.State state, Canvas canvas) {
    double x = -Math.sin(state.theta()) * length;
    double y = Math.cos(state.theta()) * length;
    canvas.line(ROD, .2 * length, 0, 0, x, y);
    canvas.disc(Color.BLACK, .05 * length, 0, 0);
  }
}
