package hydrangea.envs.picture;

/**
 * How fast an episode is watched.
 *
 * @param picturesPerSecond for a viewer's eye; the environment's own time may be another
 * @param picturesPerStep from one state to the next
 */
public record Pace(int picturesPerSecond, int picturesPerStep) {
  public Pace {
    if (picturesPerSecond < 1 || picturesPerStep < 1) {
      throw new IllegalArgumentException(
          "there must be at least one picture a second and a step, but there are %d and %d"
              .formatted(picturesPerSecond, picturesPerStep));
    }
  }
}
