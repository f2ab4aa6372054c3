package hydrangea.models.actor;

import hydrangea.models.Check;

/** The share of actions that are taken at random: the catalogue of its schedules. */
public sealed interface Exploration
    permits Exploration.LinearEpsilon, Exploration.EpisodicEpsilon, Exploration.Open {
  /** The probability of a random action. */
  double epsilon(Moment moment);

  /** What it comes to in the end. */
  double last();

  /** A schedule of the user's own. */
  non-sealed interface Open extends Exploration {}

  /**
   * A straight line, {@code from + (to - from) min(1, step / steps)}.
   *
   * <p>Source: Mnih et al. 2015, Human-level control through deep reinforcement learning, Nature
   * 518, extended data table 1.
   *
   * @param from epsilon at the start, in [0, 1]
   * @param to epsilon after {@code steps}, in [0, 1]
   * @param steps environment steps that it takes
   */
  record LinearEpsilon(double from, double to, int steps) implements Exploration {
    public LinearEpsilon {
      Check.within("from", from, 0, 1);
      Check.within("to", to, 0, 1);
      Check.atLeast("steps", steps, 1);
    }

    @Override
    public double epsilon(Moment moment) {
      return from + (to - from) * Math.min(1, (double) moment.step() / steps);
    }

    @Override
    public double last() {
      return to;
    }
  }

  /**
   * Less after every episode, {@code max(to, from factor^episodes)}.
   *
   * @param from epsilon of the first episode, in [0, 1]
   * @param to what it does not fall below, in [0, 1]
   * @param factor from one episode to the next, in (0, 1]
   */
  record EpisodicEpsilon(double from, double to, double factor) implements Exploration {
    public EpisodicEpsilon {
      Check.within("from", from, 0, 1);
      Check.within("to", to, 0, 1);
      Check.within("factor", factor, 0, 1);
      Check.positive("factor", factor);
    }

    @Override
    public double epsilon(Moment moment) {
      return Math.max(to, from * Math.pow(factor, (double) moment.episodes()));
    }

    @Override
    public double last() {
      return to;
    }
  }
}
