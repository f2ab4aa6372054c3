package hydrangea.models.training;

import hydrangea.envs.Environment;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import hydrangea.models.actor.Actor;
import hydrangea.models.rollout.Behaviour;
import hydrangea.models.rollout.Episode;
import hydrangea.models.rollout.Film;
import hydrangea.models.rollout.ObservationStatistics;
import hydrangea.models.rollout.Returns;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a {@link Learn} has learned: an actor, how it sees what it observes, and both as they were
 * when an evaluation found them best. All of a checkpoint that it takes to play on.
 */
public final class Learned implements Saved {
  private static final double LIMIT = 10; // of a normalised observation

  private final Supplier<Environment<?>> environment;
  private final Actor actor;
  private final ObservationStatistics statistics;
  private final boolean normalises;
  private final Weights best;
  private final ObservationStatistics bestStatistics;
  private double bestReturn = Double.NEGATIVE_INFINITY;

  Learned(Supplier<Environment<?>> environment, Actor actor, int observations, boolean normalises) {
    this.environment = environment;
    this.actor = actor;
    this.normalises = normalises;
    statistics = new ObservationStatistics(observations, LIMIT);
    best = new Weights(actor.weights().size());
    bestStatistics = new ObservationStatistics(observations, LIMIT);
  }

  /** The starts of episodes that judge a policy: those of an evaluation while it learns are 0. */
  public static Seeds starts(long seed) {
    return new Seeds(seed).at("evaluation");
  }

  Actor actor() {
    return actor;
  }

  /** Whether it was judged in an evaluation, so that there is a best. */
  public boolean judged() {
    return bestReturn > Double.NEGATIVE_INFINITY;
  }

  /** The greatest mean return of an evaluation. */
  double bestReturn() {
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
      return Film.of(own, behaviour, starts.at(episode).at(0), obs -> actor.beside(seen(obs)));
    }
  }

  /** The first of the deterministic episodes that judge it. */
  Episode<?> episode() {
    try (Environment<?> own = environment.get()) {
      return Episode.play(own, deterministic(), starts(0).at(0).at(0));
    }
  }

  /** Plays the deterministic episodes that judge it while it learns. */
  Returns play(int episodes) {
    return play(deterministic(), episodes, starts(0));
  }

  /** Plays deterministic episodes, and keeps what acts in them if it is the best so far. */
  Returns evaluate(int episodes) {
    Returns returns = play(episodes);
    if (returns.mean() > bestReturn) {
      bestReturn = returns.mean();
      best.copy(actor.weights());
      bestStatistics.copy(statistics);
    }
    return returns;
  }

  /** Lets the actor see and act as the best did; it stays as it is where none was judged. */
  public void takeBest() {
    if (judged()) {
      actor.weights().copy(best);
      statistics.copy(bestStatistics);
    }
  }

  @Override
  public void exchange(Store store) {
    bestReturn = store.number("best return", bestReturn);
    store.part("actor", actor);
    store.part("best", best);
    store.part("statistics", statistics);
    store.part("best statistics", bestStatistics);
  }
}
