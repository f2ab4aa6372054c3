package hydrangea.envs.lander;

/**
 * What the engines do in one step.
 *
 * @param main power of the main engine: 0, or .5 to 1
 * @param side power of the side engine: 0, or .5 to 1
 * @param direction which side engine: -1 the left one, which turns counter-clockwise and pushes to
 *     the left; 1 the right one; 0 neither
 */
public record Thrust(double main, double side, double direction) {
  public static final Thrust NONE = new Thrust(0, 0, 0);

  /** Of the actions 0 nothing, 1 left engine, 2 main engine, 3 right engine. */
  public static Thrust of(int action) {
    return switch (action) {
      case 1, 3 -> new Thrust(0, 1, action - 2);
      case 2 -> new Thrust(1, 0, 0);
      default -> NONE;
    };
  }

  /**
   * Of an action in [-1, 1]^2: above 0 the main engine runs with half power or more, beyond .5 on
   * either side so does a side engine.
   */
  public static Thrust of(double main, double side) {
    boolean turning = Math.abs(side) > .5;
    return new Thrust(
        main > 0 ? (main + 1) * .5 : 0,
        turning ? Math.abs(side) : 0,
        turning ? Math.signum(side) : 0);
  }
}
