package hydrangea.models.actor;

import hydrangea.envs.Box;
import hydrangea.envs.Discrete;
import hydrangea.envs.Space;
import hydrangea.models.Seeds;
import hydrangea.models.nn.Networks;
import java.util.stream.DoubleStream;

/**
 * Where an actor is built.
 *
 * @param observations S, the observation width
 * @param space what actions come from
 * @param networks native ones, or plain Java ones for checks in double
 * @param seeds the source of the initial weights
 */
public record Site(int observations, Space space, Networks networks, Seeds seeds) {
  /** One where actions are any A numbers. */
  public Site(int observations, int actions, Networks networks, Seeds seeds) {
    this(observations, anyNumbers(actions), networks, seeds);
  }

  private static Box anyNumbers(int count) {
    return Box.symmetric(
        DoubleStream.generate(() -> Double.POSITIVE_INFINITY).limit(count).toArray());
  }

  /** A, the action width: an index is one number. */
  public int actions() {
    return space.size();
  }

  /**
   * How many actions there are to choose from.
   *
   * @throws IllegalArgumentException if they are not discrete
   */
  public int choices() {
    if (space instanceof Discrete discrete) {
      return discrete.n();
    }
    throw new IllegalArgumentException(
        "there are no actions to choose from in %s: a discrete space is needed".formatted(space));
  }
}
