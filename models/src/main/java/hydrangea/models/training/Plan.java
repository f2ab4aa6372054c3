package hydrangea.models.training;

import hydrangea.envs.EnvSpec;
import hydrangea.envs.Queryable;
import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.SpecNames;
import hydrangea.models.Store;
import hydrangea.models.figure.Figure;
import hydrangea.models.planning.KnowledgeSpec;
import hydrangea.models.planning.ModelBasedLearning;
import hydrangea.models.planning.PlannerSpec;
import hydrangea.models.rollout.Film;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays episodes by planning with what is known of an environment, and learns after each. Tells of
 * every episode its return R, its length and how often its actions were above 0 and were not, and
 * so far the cumulative reward and the source's average regret, the sum of {@code (H - R) / H} with
 * the time limit H.
 */
public final class Plan implements Training {
  /** The name of the one phase. */
  public static final String PHASE = "plan";

  private static final String RETURN = "charts/episodic_return";
  private static final String LENGTH = "charts/episodic_length";
  private static final String PLUS_ONES = "charts/plus_ones";
  private static final String MINUS_ONES = "charts/minus_ones";
  private static final String CUMULATIVE = "charts/cumulative_reward";
  private static final String REGRET = "charts/average_regret";
  private static final int LAST = 10; // episodes of what is told of the end

  private final Spec spec;
  private final ModelBasedLearning learning;
  private final MetricHistory history = new MetricHistory();

  private Plan(Spec spec) {
    this.spec = spec;
    learning =
        new ModelBasedLearning(
            spec.queryable(),
            spec.planner,
            spec.knowledge.build(spec.queryable()),
            new Seeds(spec.seed));
  }

  /**
   * What a script writes down.
   *
   * @param knowledge of the transitions: the truth, or what episodes teach
   * @param episodes to play
   * @param sweep what {@code run -m} runs by itself
   * @param seed of all that is random: starts, transitions, trials
   */
  public record Spec(
      EnvSpec environment,
      KnowledgeSpec knowledge,
      PlannerSpec planner,
      int episodes,
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
      return new Spec(environment, knowledge, planner, episodes, other, sweep);
    }

    @Override
    public void check(Set<Object> sound) {
      var parts = List.of(environment, knowledge);
      if (!sound.contains(parts)) {
        knowledge.build(queryable());
        sound.add(parts);
      }
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
    long played = learning.episodes();
    return new Progress(PHASE, played, spec.episodes, Math.min(1, (double) played / spec.episodes));
  }

  @Override
  public String unit() {
    return "episodes";
  }

  @Override
  public void advance(Output out) {
    ModelBasedLearning.Episode episode = learning.play();
    long played = learning.episodes();
    var row = new LinkedHashMap<String, Double>();
    row.put(RETURN, episode.reward());
    row.put(LENGTH, (double) episode.steps());
    row.put(PLUS_ONES, (double) episode.plusOnes());
    row.put(MINUS_ONES, (double) episode.steps() - episode.plusOnes());
    row.put(CUMULATIVE, history.last(CUMULATIVE) + episode.reward());
    row.put(REGRET, played - row.get(CUMULATIVE) / spec.queryable().maxEpisodeSteps());
    history.add(played, row);
    out.metrics(PHASE, played, row);
    out.figure("reward", () -> chart("reward", "cumulative reward", "reward", CUMULATIVE));
    out.figure("actions", () -> chart("actions above 0", "actions", "above 0", PLUS_ONES));
  }

  private Figure chart(String title, String yLabel, String label, String metric) {
    return history.chart(title, unit(), yLabel, Map.of(label, metric));
  }

  @Override
  public Map<String, Object> results(Output out) {
    out.figure("transitions", learning::transitions);
    int episodes = (int) learning.episodes();
    int from = Math.max(0, episodes - LAST);
    var results = new LinkedHashMap<String, Object>();
    results.put("cumulative_reward", history.last(CUMULATIVE));
    results.put("return_mean", sum(RETURN, from) / (episodes - from));
    results.put("plus_one_share_last", sum(PLUS_ONES, from) / sum(LENGTH, from));
    List<Double> w = new ArrayList<>();
    for (double each : learning.w().data) {
      w.add(each);
    }
    if (!w.isEmpty()) {
      results.put("w_hat", w);
    }
    results.put("episodes", (double) episodes);
    results.put("env_steps", sum(LENGTH, 0));
    return results;
  }

  /** Of what the episodes from that one on have told. */
  private double sum(String name, int from) {
    Matrix curve = history.curve(name);
    double sum = 0;
    for (int i = from; i < curve.rows; i++) {
      sum += curve.at(i, 1);
    }
    return sum;
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of("episodes", learning.episodes(), "environmentSteps", (long) sum(LENGTH, 0));
  }

  /** The same start in every film. */
  @Override
  public Optional<Film> film() {
    return learning.film(spec.environment.build());
  }

  /** What has been played cannot be played again from another seed. */
  @Override
  public List<String> settled() {
    return List.of("seed", "environment", "knowledge");
  }

  @Override
  public void exchange(Store store) {
    store.part("learning", learning);
    Check.require(
        learning.episodes() <= spec.episodes,
        "episodes must be at least the %d that are played, was %d"
            .formatted(learning.episodes(), spec.episodes));
    store.part("history", history);
  }

  @Override
  public void close() {}
}
