package hydrangea.models.objective;

import hydrangea.models.Check;
import hydrangea.models.actor.Moment;

/** When a target network follows the one that learns, and how far: the catalogue. */
public sealed interface TargetUpdate
    permits TargetUpdate.Polyak,
        TargetUpdate.CopyEverySteps,
        TargetUpdate.CopyEveryEpisodes,
        TargetUpdate.Open {
  /** The share of the network that its copy takes over when it is due, in (0, 1]. */
  default double tau() {
    return 1;
  }

  /**
   * Whether it is due after an update.
   *
   * @param updates finished ones, with this one
   */
  default boolean afterUpdate(long updates) {
    return false;
  }

  /** Whether it is due between two moments of gathering experience. */
  default boolean between(Moment before, Moment now) {
    return false;
  }

  /** A rule of the user's own. */
  non-sealed interface Open extends TargetUpdate {}

  /**
   * {@code target += tau (network - target)} after every so many updates.
   *
   * <p>Source: Lillicrap et al. 2015, arXiv 1509.02971, algorithm 1.
   */
  record Polyak(double tau, int every) implements TargetUpdate {
    public Polyak {
      Check.within("tau", tau, 0, 1);
      Check.positive("tau", tau);
      Check.atLeast("every", every, 1);
    }

    @Override
    public boolean afterUpdate(long updates) {
      return updates % every == 0;
    }
  }

  /**
   * A copy whenever that many more steps of environments are made.
   *
   * <p>Source: Mnih et al. 2015, Human-level control through deep reinforcement learning, Nature
   * 518, algorithm 1.
   */
  record CopyEverySteps(int steps) implements TargetUpdate {
    public CopyEverySteps {
      Check.atLeast("steps", steps, 1);
    }

    @Override
    public boolean between(Moment before, Moment now) {
      return before.step() / steps < now.step() / steps;
    }
  }

  /** A copy whenever that many more episodes have ended. */
  record CopyEveryEpisodes(int episodes) implements TargetUpdate {
    public CopyEveryEpisodes {
      Check.atLeast("episodes", episodes, 1);
    }

    @Override
    public boolean between(Moment before, Moment now) {
      return before.episodes() / episodes < now.episodes() / episodes;
    }
  }
}
