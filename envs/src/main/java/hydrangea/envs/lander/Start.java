package hydrangea.envs.lander;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What is drawn at a reset.
 *
 * @param heights the twelve raw ones of the terrain, m
 * @param forceX N, for the first step
 * @param forceY N, for the first step
 * @param windIndex when the wind starts in its own time; 0 without wind
 * @param torqueIndex the same for the turbulence
 */
public record Start(
    List<Double> heights, double forceX, double forceY, int windIndex, int torqueIndex) {
  private static final double MAX_FORCE = 1000;
  private static final int MAX_INDEX = 9999;

  public Start {
    heights = List.copyOf(heights);
    if (heights.size() != Terrain.HEIGHTS) {
      throw new IllegalArgumentException(
          "a terrain has %d heights, not %d".formatted(Terrain.HEIGHTS, heights.size()));
    }
  }

  /** In the order of Gymnasium's draws; indices only where there is wind. */
  public static Start draw(RandomGenerator random, boolean wind) {
    List<Double> heights =
        Stream.generate(() -> random.nextDouble() * Terrain.HEIGHT / 2)
            .limit(Terrain.HEIGHTS)
            .toList();
    return new Start(
        heights,
        (2 * random.nextDouble() - 1) * MAX_FORCE,
        (2 * random.nextDouble() - 1) * MAX_FORCE,
        wind ? random.nextInt(-MAX_INDEX, MAX_INDEX) : 0,
        wind ? random.nextInt(-MAX_INDEX, MAX_INDEX) : 0);
  }
}
