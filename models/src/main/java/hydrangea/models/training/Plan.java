package hydrangea.models.training;

import hydrangea.envs.EnvSpec;
import hydrangea.envs.Queryable;
import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.SpecNames;
import hydrangea.models.Store;
import hydrangea.models.planning.KnowledgeSpec;
import hydrangea.models.planning.ModelBasedLearning;
import hydrangea.models.planning.RandomShooting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays episodes by planning with what is known of an environment, and learns after each. */
public final class Plan implements Training {
  /** The name of the one phase. */
  public static final String PHASE = "plan";

  private static final int LAST = 10; // episodes of what is told of the end

  private final Spec spec;
  private final ModelBasedLearning learning;
  private final MetricHistory history = new MetricHistory();
  private Matrix played = new Matrix(0, 3); // steps, reward, actions above 0 of each episode

  private Plan(Spec spec) {
    this.spec = spec;
    learning =
        new ModelBasedLearning(
            spec.queryable(),
            spec.planner,
            spec.knowledge.build(spec.queryable()),
            spec.parallel,
            new Seeds(spec.seed));
  }

  /**
   * What a script writes down.
   *
   * @param knowledge of the transitions: the truth, or what episodes teach
   * @param episodes to play
   * @param parallel whether all cores share out the planner's trials; changes no number
   * @param sweep what {@code run -m} runs by itself
   * @param seed of all that is random: starts, transitions, trials
   */
  public record Spec(
      EnvSpec environment,
      KnowledgeSpec knowledge,
      RandomShooting.Spec planner,
      int episodes,
      boolean parallel,
      long seed,
      List<Sweep> sweep)
      implements Experiment {
    public Spec {
      sweep = List.copyOf(sweep);
      Check.atLeast("episodes", episodes, 1);
      String name = SpecNames.of(environment.getClass());
      Check.require(
          environment instanceof Queryable.Spec,
          () ->
              "plan() needs an environment that can be asked about any state, which %s cannot: take %s"
                  .formatted(name, "customSinMdp, stochasticCartPole or addStateAction"));
    }

    private Queryable.Spec queryable() {
      return (Queryable.Spec) environment;
    }

    @Override
    public Experiment seeded(long other) {
      return new Spec(environment, knowledge, planner, episodes, parallel, other, sweep);
    }

    @Override
    public void check(Set<Object> sound) {
      knowledge.build(queryable());
    }

    @Override
    public Training start() {
      return new Plan(this);
    }

    @Override
    public List<String> brokenLaws() {
      return List.of();
    }
  }

  @Override
  public Progress progress() {
    double done = Math.min(1, (double) played.rows / spec.episodes);
    return new Progress(PHASE, played.rows, spec.episodes, done);
  }

  @Override
  public void advance(Output out) {
    ModelBasedLearning.Episode episode = learning.play();
    played = with(episode);
    var row = new LinkedHashMap<String, Double>();
    row.put("charts/episodic_return", episode.reward());
    row.put("charts/episodic_length", (double) episode.steps());
    row.put("charts/plus_ones", (double) episode.plusOnes());
    row.put("charts/cumulative_reward", sum(played, 1));
    history.add(played.rows, row);
    out.metrics(PHASE, played.rows, row);
    out.figure(
        "reward",
        history.chart(
            "reward",
            "episodes",
            "cumulative reward",
            Map.of("reward", "charts/cumulative_reward")));
    out.figure(
        "actions",
        history.chart(
            "actions above 0", "episodes", "actions", Map.of("above 0", "charts/plus_ones")));
  }

  private Matrix with(ModelBasedLearning.Episode episode) {
    var longer = new Matrix(played.rows + 1, 3, Arrays.copyOf(played.data, 3 * played.rows + 3));
    longer.data[3 * played.rows] = episode.steps();
    longer.data[3 * played.rows + 1] = episode.reward();
    longer.data[3 * played.rows + 2] = episode.plusOnes();
    return longer;
  }

  @Override
  public Map<String, Object> results(Output out) {
    Matrix last = played.rows(Math.max(0, played.rows - LAST), played.rows);
    var results = new LinkedHashMap<String, Object>();
    results.put("cumulative_reward", sum(played, 1));
    results.put("return_mean", sum(last, 1) / last.rows);
    results.put("plus_one_share_last", sum(last, 2) / sum(last, 0));
    List<Double> w = new ArrayList<>();
    for (double each : learning.w().data) {
      w.add(each);
    }
    if (!w.isEmpty()) {
      results.put("w_hat", w);
    }
    results.put("episodes", (double) played.rows);
    results.put("env_steps", sum(played, 0));
    return results;
  }

  private static double sum(Matrix rows, int column) {
    double sum = 0;
    for (int i = 0; i < rows.rows; i++) {
      sum += rows.at(i, column);
    }
    return sum;
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of("episodes", (long) played.rows, "environmentSteps", (long) sum(played, 0));
  }

  /** What has been played cannot be played again from another seed. */
  @Override
  public List<String> settled() {
    return List.of("seed", "environment", "knowledge");
  }

  @Override
  public void exchange(Store store) {
    played = store.matrix("played", played);
    Check.require(
        played.rows <= spec.episodes,
        "episodes must be at least the %d that are played, was %d"
            .formatted(played.rows, spec.episodes));
    store.part("learning", learning);
    store.part("history", history);
  }

  @Override
  public void close() {}
}
