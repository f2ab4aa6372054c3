package hydrangea.models.planning;

import hydrangea.envs.Queryable;
import hydrangea.envs.Step;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;

/** Plays one episode after the other by planning, and learns after each. */
public final class ModelBasedLearning implements Saved {
  private final Queryable<?> environment;
  private final int horizon;
  private final RandomShooting planner;
  private final Knowledge knowledge;
  private final Seeds seeds;
  private long episode;

  public ModelBasedLearning(
      Queryable.Spec environment,
      RandomShooting.Spec planner,
      Knowledge knowledge,
      boolean parallel,
      Seeds seeds) {
    this.environment = environment.queryable();
    horizon = environment.maxEpisodeSteps();
    this.planner = new RandomShooting(planner, this.environment, parallel);
    this.knowledge = knowledge;
    this.seeds = seeds;
  }

  /**
   * What an episode came to.
   *
   * @param reward the sum of its rewards
   * @param plusOnes the steps whose action was above 0
   */
  public record Episode(int steps, double reward, int plusOnes) {}

  /** Plays an episode, and learns from it. */
  public Episode play() {
    Episode played = played(environment, seeds.at("episode").at(episode));
    knowledge.refit();
    episode++;
    return played;
  }

  private <S> Episode played(Queryable<S> world, Seeds here) {
    Dynamics dynamics = knowledge.dynamics();
    var random = here.at("environment").generator();
    S state = world.reset(random);
    double reward = 0;
    int plusOnes = 0;
    int steps = 0;
    boolean over = false;
    while (!over && steps < horizon) {
      double[] seen = world.observe(state);
      double push = planner.choose(seen, dynamics, here.at("plan").at(steps));
      Step<S> step = world.step(state, world.action(push), random);
      knowledge.add(seen, push, world.observe(step.state()));
      state = step.state();
      reward += step.reward();
      plusOnes += push > 0 ? 1 : 0;
      over = step.done();
      steps++;
    }
    return new Episode(steps, reward, plusOnes);
  }

  /** Episodes played so far. */
  public long episodes() {
    return episode;
  }

  /** W, as learned so far. */
  public Matrix w() {
    return knowledge.w();
  }

  @Override
  public void exchange(Store store) {
    episode = store.number("episode", episode);
    store.part("knowledge", knowledge);
  }
}
