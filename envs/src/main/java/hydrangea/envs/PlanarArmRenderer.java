package hydrangea.envs;

import hydrangea.envs.arm.Angles;
import hydrangea.envs.arm.Chain;
import hydrangea.envs.arm.Point;
import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
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

  /** A step may be half a turn: nobody could follow it in one picture. */
  @Override
  public Pace pace() {
    return new Pace(25, 5);
  }

  @Override
  public void draw(PlanarArm.State state, Canvas canvas) {
    draw(state.angles(), state.target(), canvas);
  }

  /** Every joint turns evenly, the short way. */
  @Override
  public void draw(PlanarArm.State from, PlanarArm.State to, double share, Canvas canvas) {
    Angles start = from.angles();
    Angles end = to.angles();
    Angles between =
        Angles.of(start.size(), i -> start.get(i) + share * Angles.wrap(end.get(i) - start.get(i)));
    draw(between, to.target(), canvas);
  }

  private void draw(Angles angles, Point target, Canvas canvas) {
    double pixel = view().pixel();
    canvas.disc(REACH, chain.reach(), 0, 0);
    Point from = Point.ORIGIN;
    for (Point to : chain.ends(angles)) {
      canvas.line(SEGMENT, 8 * pixel, from.x(), from.y(), to.x(), to.y());
      canvas.disc(JOINT, 5 * pixel, from.x(), from.y());
      from = to;
    }
    canvas.disc(TARGET, 7 * pixel, target.x(), target.y());
    canvas.disc(EFFECTOR, 5 * pixel, from.x(), from.y());
  }
}
