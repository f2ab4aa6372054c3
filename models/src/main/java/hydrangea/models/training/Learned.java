package hydrangea.models.training;

import hydrangea.envs.Environment;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import hydrangea.models.actor.Actor;
import hydrangea.models.rollout.Behaviour;
import hydrangea.models.rollout.Film;
import hydrangea.models.rollout.ObservationStatistics;
import hydrangea.models.rollout.Returns;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a {@link Learn} has learned: an actor, how it sees what it observes, and the weights that
 * were the best in an evaluation. All of a checkpoint that it takes to play on.
 */
public final class Learned implements Saved {
  private static final double LIMIT = 10; // of a normalised observation

  private final Supplier<Environment<?>> environment;
  private final Actor actor;
  private final ObservationStatistics statistics;
  private final boolean normalises;
  private final Weights best;
  private double bestReturn = Double.NEGATIVE_INFINITY;

  Learned(Supplier<Environment<?>> environment, Actor actor, int observations, boolean normalises) {
    this.environment = environment;
    this.actor = actor;
    this.normalises = normalises;
    statistics = new ObservationStatistics(observations, LIMIT);
    best = new Weights(actor.weights().size());
  }

  /** The starts of episodes that judge a policy: those of an evaluation while it learns are 0. */
  public static Seeds starts(long seed) {
    return new Seeds(seed).at("evaluation");
  }

  Actor actor() {
    return actor;
  }

  /** The greatest mean return of an evaluation; no number where none has been made. */
  public double bestReturn() {
    return bestReturn;
  }

  /** Takes observations into account, {@code [n, S]}. */
  void observe(Matrix obs) {
    if (normalises) {
      statistics.update(obs);
    }
  }

  /** Observations as the actor is shown them. */
  Matrix seen(Matrix obs) {
    return normalises ? statistics.normalised(obs) : obs;
  }

  /** The actor's own action, without noise. */
  public Behaviour deterministic() {
    return (obs, step) -> actor.mode(seen(obs));
  }

  /** Actions drawn as in training: the same seeds, observations and step, the same actions. */
  public Behaviour stochastic(Seeds seeds) {
    return (obs, step) -> actor.sample(seen(obs), seeds.at(step));
  }

  /** Plays episodes in environments of their own. */
  public Returns play(Behaviour behaviour, int episodes, Seeds starts) {
    return Returns.of(environment, behaviour, episodes, starts);
  }

  /** One such episode to be looked at: the first of {@link #play}'s, or another of its first. */
  public Optional<Film> film(Behaviour behaviour, Seeds starts, int episode) {
    try (Environment<?> own = environment.get()) {
      return Film.of(own, behaviour, starts.at(episode).at(0));
    }
  }

  /** Plays deterministic episodes, and keeps the weights if they are the best so far. */
  Returns evaluate(int episodes) {
    Returns returns = play(deterministic(), episodes, starts(0));
    if (returns.mean() > bestReturn) {
      bestReturn = returns.mean();
      best.copy(actor.weights());
    }
    return returns;
  }

  /** Lets the actor act as the best did. */
  public void takeBest() {
    actor.weights().copy(best);
  }

  @Override
  public void exchange(Store store) {
    bestReturn = store.number("best return", bestReturn);
    store.part("actor", actor);
    store.part("best", best);
    store.part("statistics", statistics);
  }
}
