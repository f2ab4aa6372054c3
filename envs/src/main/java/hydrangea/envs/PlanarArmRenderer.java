package hydrangea.envs;

import hydrangea.envs.arm.Chain;
import hydrangea.envs.arm.Point;
import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import java.awt.Color;

/** The arm within the circle that it can reach, its target red, its effector green. */
record PlanarArmRenderer(Chain chain) implements Renderer<PlanarArm.State> {
  private static final Color REACH = new Color(230, 230, 230);
  private static final Color SEGMENT = new Color(245, 166, 66);
  private static final Color JOINT = new Color(176, 104, 18);
  private static final Color TARGET = new Color(214, 39, 40);
  private static final Color EFFECTOR = new Color(44, 160, 44);

  @Override
  public View view() {
    return View.square(400, 1.1 * chain.reach());
  }

  @Override
  public void draw(PlanarArm.State state, Canvas canvas) {
    double pixel = view().pixel();
    canvas.disc(REACH, chain.reach(), 0, 0);
    Point from = Point.ORIGIN;
    for (Point to : chain.ends(state.angles())) {
      canvas.line(SEGMENT, 8 * pixel, from.x(), from.y(), to.x(), to.y());
      canvas.disc(JOINT, 5 * pixel, from.x(), from.y());
      from = to;
    }
    canvas.disc(TARGET, 7 * pixel, state.target().x(), state.target().y());
    canvas.disc(EFFECTOR, 5 * pixel, from.x(), from.y());
  }
}
