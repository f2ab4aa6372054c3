package hydrangea.envs;

import hydrangea.envs.lander.Motion;
import hydrangea.envs.lander.Shapes;
import hydrangea.envs.lander.Terrain;
import hydrangea.envs.lander.Thrust;
import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Moon, flags and lander in Gymnasium's size and colours; its exhaust particles are flames here, as
 * long as the engine that runs is strong.
 */
record LunarLanderRenderer() implements Renderer<LunarLander.State> {
  private static final double SCALE = 30;
  private static final double PIXEL = 1 / SCALE;
  private static final Color BODY = new Color(128, 102, 230);
  private static final Color EDGE = new Color(77, 77, 128);
  private static final Color FLAG = new Color(204, 204, 0);
  private static final Color FLAME = new Color(255, 140, 40);
  private static final Color CORE = new Color(255, 225, 120);

  @Override
  public View view() {
    return new View(600, 400, SCALE, 0, 0);
  }

  @Override
  public Pace pace() {
    return new Pace(50, 1);
  }

  @Override
  public void draw(LunarLander.State state, Canvas canvas) {
    canvas.polygon(Color.BLACK, sky(Terrain.of(state.start().heights())));
    flag(canvas, Terrain.PAD_LEFT);
    flag(canvas, Terrain.PAD_RIGHT);
    Motion lander = state.now().lander();
    flames(canvas, lander, state.moves().last().thrust());
    body(canvas, lander, Shapes.HULL);
    body(canvas, state.now().rightLeg(), Shapes.LEG_BOX);
    body(canvas, state.now().leftLeg(), Shapes.LEG_BOX);
  }

  private static List<Double> sky(Terrain terrain) {
    List<Double> corners = new ArrayList<>();
    for (int i = 0; i < terrain.ys().size(); i++) {
      corners.addAll(List.of(i * Terrain.SPACING, terrain.ys().get(i)));
    }
    corners.addAll(List.of(Terrain.WIDTH, Terrain.HEIGHT, 0., Terrain.HEIGHT));
    return corners;
  }

  private static void flag(Canvas canvas, double x) {
    double foot = Terrain.PAD_Y;
    double top = foot + 50 * PIXEL;
    double pole = x - PIXEL / 2; // on one column of pixels
    canvas.line(Color.WHITE, PIXEL, pole, foot, pole, top);
    canvas.polygon(FLAG, List.of(x, top, x, top - 10 * PIXEL, x + 25 * PIXEL, top - 5 * PIXEL));
  }

  private static void flames(Canvas canvas, Motion lander, Thrust thrust) {
    if (thrust.main() > 0) {
      double length = 26 * thrust.main();
      flame(canvas, lander, FLAME, -6, -10, 6, -10, 0, -10 - length);
      flame(canvas, lander, CORE, -3, -10, 3, -10, 0, -10 - length * .55);
    }
    if (thrust.side() > 0) {
      // The left engine's jet leaves to the right: direction -1.
      double side = -thrust.direction();
      double end = side * (15 + 14 * thrust.side());
      flame(canvas, lander, FLAME, side * 15, 15, side * 15, 9, end, 12);
    }
  }

  /** A triangle on the lander, in pixels. */
  private static void flame(Canvas canvas, Motion lander, Color color, double... corners) {
    List<Double> metres = new ArrayList<>();
    for (double corner : corners) {
      metres.add(corner * PIXEL);
    }
    canvas.polygon(color, placed(lander, metres));
  }

  private static void body(Canvas canvas, Motion motion, List<Double> shape) {
    canvas.polygon(BODY, placed(motion, shape));
    canvas.outline(EDGE, PIXEL, placed(motion, shape));
  }

  /** A shape of a body where the body is. */
  private static List<Double> placed(Motion motion, List<Double> shape) {
    double sin = Math.sin(motion.angle());
    double cos = Math.cos(motion.angle());
    List<Double> corners = new ArrayList<>(shape.size());
    for (int i = 0; i < shape.size(); i += 2) {
      double x = shape.get(i);
      double y = shape.get(i + 1);
      corners.add(motion.x() + cos * x - sin * y);
      corners.add(motion.y() + sin * x + cos * y);
    }
    return corners;
  }
}
