package hydrangea.models.training;

import hydrangea.envs.Discrete;
import hydrangea.envs.Environment;
import hydrangea.envs.Space;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.actor.Exploring;
import hydrangea.models.actor.Moment;
import hydrangea.models.rollout.Batch;
import hydrangea.models.rollout.Replay;
import hydrangea.models.rollout.Rollout;
import hydrangea.models.rollout.Transitions;
import java.util.stream.Stream;

/** What an actor lives through while it learns: it acts side by side, and a replay remembers. */
final class Experience implements Saved {
  private final Learn.Spec spec;
  private final Learned learned;
  private final Space space;
  private final Seeds acts;
  private final Rollout rollout;
  private final Replay replay;
  private final Episodes episodes;
  private long step;

  Experience(Learn.Spec spec, Learned learned, int observations, Space space) {
    this.spec = spec;
    this.learned = learned;
    this.space = space;
    var seeds = new Seeds(spec.seed());
    acts = seeds.at("act");
    rollout =
        new Rollout(
            Stream.<Environment<?>>generate(spec::built).limit(spec.environments()).toList(),
            seeds.at("episodes"));
    replay = new Replay(spec.replay(), observations, space.size());
    episodes = new Episodes(spec.earlyStop().window());
  }

  /** Steps of environments, all of them together. */
  long step() {
    return step;
  }

  Moment moment() {
    return new Moment(step, episodes.count());
  }

  Episodes episodes() {
    return episodes;
  }

  /** Whether there is enough to learn from. */
  boolean warm() {
    return replay.size() > spec.warmUp();
  }

  /** One step of every environment. */
  void gather() {
    Matrix obs = rollout.observations();
    learned.observe(obs);
    Transitions made = rollout.step(actions(obs, acts.at(step)));
    replay.add(made, spec.rewardScale());
    made.ended().forEach(episodes::add);
    step += obs.rows;
  }

  private Matrix actions(Matrix obs, Seeds now) {
    if (step < spec.warmUp()) {
      return uniform(now, obs.rows);
    }
    Matrix seen = learned.seen(obs);
    return learned.actor() instanceof Exploring exploring
        ? exploring.explore(seen, now, moment())
        : learned.actor().sample(seen, now);
  }

  /** Any index, or numbers in [-1, 1] as the environments are {@link Learn.Spec#built}. */
  private Matrix uniform(Seeds now, int rows) {
    Matrix uniform = now.uniform(rows, space.size());
    for (int i = 0; i < uniform.data.length; i++) {
      double u = uniform.data[i];
      uniform.data[i] = space instanceof Discrete d ? Math.floor(d.n() * u) : 2 * u - 1;
    }
    return uniform;
  }

  /** Transitions, as the actor is shown them. */
  Batch sample(Seeds seeds) {
    Batch drawn = replay.sample(spec.batch(), seeds);
    return drawn.with(learned.seen(drawn.obs()), learned.seen(drawn.nextObs()));
  }

  @Override
  public void exchange(Store store) {
    step = store.number("step", step);
    store.part("rollout", rollout);
    if (spec.saveReplay()) {
      store.part("replay", replay);
    }
    store.part("episodes", episodes);
  }

  void close() {
    rollout.close();
  }
}
