package hydrangea.envs.lander;

import java.util.List;

/** The outlines of lander and legs, m, in their own coordinates. */
public final class Shapes {
  /** Corner by corner: x, y, x, y... */
  public static final List<Double> HULL =
      List.of(
          -14 / 30., 17 / 30., -17 / 30., 0., -17 / 30., -10 / 30., 17 / 30., -10 / 30., 17 / 30.,
          0., 14 / 30., 17 / 30.);

  static final double LEG_HALF_WIDTH = 2 / 30.;
  static final double LEG_HALF_HEIGHT = 8 / 30.;

  public static final List<Double> LEG_BOX =
      List.of(
          -LEG_HALF_WIDTH,
          -LEG_HALF_HEIGHT,
          LEG_HALF_WIDTH,
          -LEG_HALF_HEIGHT,
          LEG_HALF_WIDTH,
          LEG_HALF_HEIGHT,
          -LEG_HALF_WIDTH,
          LEG_HALF_HEIGHT);

  /** A leg's joint is this far from the leg's centre, sideways and up. */
  static final double LEG_AWAY = 20 / 30.;

  static final double LEG_DOWN = 18 / 30.;

  private Shapes() {}

  static float[] floats(List<Double> corners) {
    float[] floats = new float[corners.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = corners.get(i).floatValue();
    }
    return floats;
  }
}
