package hydrangea.models.planning;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Work in parts that threads may share out: as many as {@link #THREADS} says, of the common pool,
 * where there is enough of it.
 */
final class Lanes {
  /** The system property: threads that the process may take; 1 where nothing is said. */
  static final String THREADS = "hydrangea.threads";

  /** Steps of trials: less is done before a sleeping thread has woken. */
  private static final int ENOUGH = 4_000;

  private Lanes() {}

  /**
   * Does every lane, in whatever order.
   *
   * @param steps how many there are in all of them
   */
  static void run(int lanes, long steps, IntConsumer lane) {
    IntStream all = IntStream.range(0, lanes);
    boolean shared = steps >= ENOUGH && Integer.getInteger(THREADS, 1) > 1;
    (shared ? all.parallel() : all).forEach(lane);
  }
}
