package hydrangea.models.planning;

import hydrangea.envs.Environment;
import hydrangea.envs.Queryable;
import hydrangea.envs.Step;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.family.TransitionModel;
import hydrangea.models.figure.Figure;
import hydrangea.models.rollout.Film;
import java.util.Optional;

/** Plays one episode after the other by planning, and learns after each. */
public final class ModelBasedLearning implements Saved {
  private final Queryable.Spec spec;
  private final Queryable<?> environment;
  private final Planner planner;
  private final Knowledge knowledge;
  private final Seeds seeds;
  private long episode;

  public ModelBasedLearning(
      Queryable.Spec environment, PlannerSpec planner, Knowledge knowledge, Seeds seeds) {
    spec = environment;
    this.environment = environment.queryable();
    this.planner = planner.build(this.environment);
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
    while (!over && steps < spec.maxEpisodeSteps()) {
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

  /** W, as learned so far; {@code [0, 0]} where there is nothing to learn. */
  public Matrix w() {
    return knowledge.model().map(TransitionModel::w).orElseGet(() -> new Matrix(0, 0));
  }

  /** Densities of next states, the true ones and what has been learned of them. */
  public Figure transitions() {
    var truth = Knowledge.trueModel(spec);
    return new TransitionPicture(environment, truth, knowledge.model(), seeds.at("picture")).draw();
  }

  /** The next episode as it would go in {@code limited}, this environment with its time limit. */
  public Optional<Film> film(Environment<?> limited) {
    Seeds here = seeds.at("film");
    Dynamics dynamics = knowledge.dynamics();
    return Film.of(
        limited,
        (obs, step) -> {
          double push = planner.choose(obs.row(0), dynamics, here.at("plan").at(step));
          return Matrix.of(environment.action(push));
        },
        here.at("environment"),
        observations -> Optional.empty());
  }

  @Override
  public void exchange(Store store) {
    episode = store.number("episode", episode);
    store.part("knowledge", knowledge);
  }
}
