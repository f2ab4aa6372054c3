package hydrangea.envs;

/**
 * Gymnasium's heuristic for {@link LunarLander}, which lands nine times in ten: two proportional
 * and derivative controllers, for the angle and for the height, that lean and sink towards the pad.
 *
 * <p>Source: Gymnasium, {@code lunar_lander.heuristic}, in float32 as NumPy computes it.
 *
 * @param continuous whether to act by powers or by one of four actions
 */
public record LanderPilot(boolean continuous) {
  private static final float GAIN = .5f;
  private static final float STEEPEST = .4f;
  private static final float IDLE = .05f;

  /** What to do on LunarLander's {@code observation}. */
  public double[] act(double[] observation) {
    float x = (float) observation[0];
    float y = (float) observation[1];
    float vx = (float) observation[2];
    float vy = (float) observation[3];
    float lean = Math.max(-STEEPEST, Math.min(STEEPEST, x * GAIN + vx));
    float turn = (lean - (float) observation[4]) * GAIN - (float) observation[5];
    float rise = (.55f * Math.abs(x) - y) * GAIN - vy * GAIN;
    if (observation[6] > 0 || observation[7] > 0) {
      turn = 0;
      rise = -vy * GAIN;
    }
    return continuous ? powers(turn, rise) : new double[] {engine(turn, rise)};
  }

  private static double[] powers(float turn, float rise) {
    return new double[] {clip(rise * 20 - 1), clip((0 - turn) * 20)}; // no -0.0
  }

  private static int engine(float turn, float rise) {
    if (rise > Math.abs(turn) && rise > IDLE) {
      return 2;
    }
    if (turn < -IDLE) {
      return 3;
    }
    return turn > IDLE ? 1 : 0;
  }

  private static float clip(float power) {
    return Math.max(-1, Math.min(1, power));
  }
}
