package hydrangea.models.training;

import hydrangea.envs.Box;
import hydrangea.envs.EnvSpec;
import hydrangea.envs.Environment;
import hydrangea.envs.ScaledActions;
import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.Moment;
import hydrangea.models.actor.Site;
import hydrangea.models.figure.Figure;
import hydrangea.models.law.ActorLaws;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.nn.Networks;
import hydrangea.models.objective.LearnObjective;
import hydrangea.models.objective.Learner;
import hydrangea.models.objective.Predicting;
import hydrangea.models.optimizer.OptimizerSpec;
import hydrangea.models.rollout.Batch;
import hydrangea.models.rollout.Episode;
import hydrangea.models.rollout.Film;
import hydrangea.models.rollout.Returns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Teaches an actor from its own experience, off-policy: it acts in some environments side by side,
 * a replay remembers, and batches of that are learned from. A step is a step of an environment.
 */
public final class Learn implements Training {
  /** The name of the one phase. */
  public static final String PHASE = "learn";

  private static final Map<String, String> RETURNS =
      new TreeMap<>(
          Map.of(
              "training", "charts/episodic_return",
              "training, mean of 100", "charts/return_mean_100",
              "evaluation", "charts/eval_return"));
  private static final double ROUNDING = 1e-9; // of a sum of updates that are due

  private final Spec spec;
  private final Seeds seeds;
  private final Learned learned;
  private final Experience experience;
  private final Learner learner;
  private final MetricMeans means = new MetricMeans();
  private final MetricHistory history = new MetricHistory();
  private long updates;
  private double due;

  @SuppressWarnings("unchecked") // the spec has checked that objective and actor fit
  private Learn(Spec spec) {
    this.spec = spec;
    seeds = new Seeds(spec.seed);
    Site site = spec.site(Networks.NATIVE);
    learned = spec.learned(site);
    experience = new Experience(spec, learned, site.observations(), site.space());
    learner = ((LearnObjective<Actor>) spec.objective).build(learned.actor(), site, spec.optimizer);
  }

  /**
   * What a script writes down.
   *
   * @param steps of environments, all of them together; the last ones are made side by side, too
   * @param batch transitions of an update, B
   * @param warmUp steps of uniformly random actions, and without updates
   * @param updatesPerStep updates for every step of an environment after that
   * @param environments how many are stepped side by side
   * @param replay transitions to remember
   * @param saveReplay whether checkpoints hold the replay too: without it a resumed training first
   *     fills another one, for {@code warmUp} steps
   * @param rewardScale multiplies the rewards that are learned from, and no others
   * @param normalizeObservations whether observations are brought to zero mean and unit variance
   * @param logEvery steps between two rows of metrics
   * @param sweep what {@code run -m} runs by itself
   * @param seed of all that is random: weights, episodes, actions, batches
   */
  public record Spec(
      EnvSpec environment,
      ActorSpec<?> actor,
      LearnObjective<?> objective,
      OptimizerSpec optimizer,
      int steps,
      int batch,
      int warmUp,
      double updatesPerStep,
      int environments,
      int replay,
      boolean saveReplay,
      double rewardScale,
      boolean normalizeObservations,
      Evaluation evaluation,
      EarlyStop earlyStop,
      int logEvery,
      long seed,
      List<Sweep> sweep)
      implements Experiment {
    public Spec {
      sweep = List.copyOf(sweep);
      Check.atLeast("steps", steps, 1);
      Check.atLeast("batch", batch, 1);
      Check.atLeast("warmUp", warmUp, 1);
      Check.positive("updatesPerStep", updatesPerStep);
      Check.atLeast("environments", environments, 1);
      Check.atLeast("replay", replay, batch);
      Check.require(
          replay > warmUp,
          () -> "replay must hold more than the warmUp of %d, was %d".formatted(warmUp, replay));
      Check.positive("rewardScale", rewardScale);
      Check.atLeast("logEvery", logEvery, 1);
      Learning.check(environment, actor, objective);
    }

    @Override
    public Experiment seeded(long other) {
      return new Spec(
          environment,
          actor,
          objective,
          optimizer,
          steps,
          batch,
          warmUp,
          updatesPerStep,
          environments,
          replay,
          saveReplay,
          rewardScale,
          normalizeObservations,
          evaluation,
          earlyStop,
          logEvery,
          other,
          sweep);
    }

    @Override
    public Training start() {
      return new Learn(this);
    }

    @Override
    @SuppressWarnings("unchecked") // checked at construction
    public void check(Set<Object> sound) {
      var parts = List.of(environment, actor, objective);
      if (!sound.contains(parts)) {
        Site site = site(Networks.JAVA);
        ((LearnObjective<Actor>) objective).build(actor.build(site), site, optimizer);
        sound.add(parts);
      }
      optimizer.build(1);
    }

    @Override
    public List<String> brokenLaws() {
      return ActorLaws.broken(actor, site(Networks.NATIVE));
    }

    /** The environment, with actions in [-1, 1] where they lie between bounds. */
    public Environment<?> built() {
      Environment<?> plain = environment.build();
      return plain.actionSpace() instanceof Box ? new ScaledActions<>(plain) : plain;
    }

    /** The policy before the first update, for a checkpoint to fill. */
    public Learned learned(Networks networks) {
      return learned(site(networks));
    }

    private Learned learned(Site site) {
      return new Learned(
          this::built, actor.build(site), site.observations(), normalizeObservations);
    }

    private Site site(Networks networks) {
      try (Environment<?> built = environment.build()) {
        int observations = built.observationSpace().size();
        return new Site(observations, built.actionSpace(), networks, new Seeds(seed).at("actor"));
      }
    }

    /** Whole steps of all environments: they are stepped together. */
    private long wholeSteps() {
      return (steps - 1L + environments) / environments * environments;
    }

    private long updates() {
      return (long) Math.max(1, (wholeSteps() - warmUp) * updatesPerStep);
    }
  }

  @Override
  public Progress progress() {
    boolean stopped = spec.earlyStop.ends(experience.episodes().mean());
    double done = stopped ? 1 : Math.min(1, (double) experience.step() / spec.steps);
    return new Progress(PHASE, experience.step(), spec.wholeSteps(), done);
  }

  @Override
  public String unit() {
    return "steps";
  }

  @Override
  public void advance(Output out) {
    Moment before = experience.moment();
    experience.gather();
    learner.gathered(before, experience.moment());
    due += experience.warm() ? spec.environments * spec.updatesPerStep : 0;
    for (; due >= 1 - ROUNDING; due--) {
      means.add(update());
    }
    var row = new LinkedHashMap<String, Double>();
    if (crossed(before, spec.logEvery) || progress().finished()) {
      row.putAll(experience.episodes().take());
      row.putAll(means.take());
      if (learner instanceof Predicting predicting) {
        row.putAll(predicting.look(experience.sample(seeds.at("look").at(experience.step()))));
      }
    }
    if (spec.evaluation.every() > 0 && crossed(before, spec.evaluation.every())) {
      row.put("charts/eval_return", learned.evaluate(spec.evaluation.episodes()).mean());
    }
    tell(out, row);
  }

  private boolean crossed(Moment before, int every) {
    return before.step() / every < experience.step() / every;
  }

  private Metrics update() {
    Seeds now = seeds.at("update").at(updates);
    Batch batch = experience.sample(now.at("batch"));
    Metrics metrics = NativeScope.call(() -> learner.update(batch, now, updates, spec.updates()));
    for (double value : metrics.values().values()) {
      if (!Double.isFinite(value)) {
        throw new NonFiniteLoss(PHASE, updates, value);
      }
    }
    updates++;
    return metrics;
  }

  private void tell(Output out, Map<String, Double> row) {
    if (!row.isEmpty()) {
      row.put("charts/updates", (double) updates);
      history.add(experience.step(), row);
      out.metrics(PHASE, experience.step(), row);
      out.figure("return", history.chart("return", "steps", "return", RETURNS));
      history.looks().forEach(figure -> out.figure(figure.title(), figure));
    }
  }

  @Override
  public Map<String, Object> results(Output out) {
    Returns last = learned.play(spec.evaluation.finalEpisodes());
    if (learner instanceof Predicting predicting) {
      out.figure("episode", alongAnEpisode(predicting));
    }
    var results = new LinkedHashMap<String, Object>();
    results.put("return_mean", last.mean());
    results.put("return_std", last.std());
    results.put("best_return", learned.judged() ? learned.bestReturn() : last.mean());
    results.putAll(last.outcome());
    results.putAll(experience.episodes().results());
    results.put("env_steps", (double) experience.step());
    results.put("updates", (double) updates);
    return results;
  }

  private Figure alongAnEpisode(Predicting predicting) {
    Episode<?> episode = learned.episode();
    var reward = new Matrix(episode.rewards().size(), 1);
    for (int i = 0; i < reward.rows; i++) {
      reward.data[i] = spec.rewardScale * episode.rewards().get(i);
    }
    Matrix obs = learned.seen(episode.observations().rows(0, reward.rows));
    return predicting.look(obs, reward);
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of("environmentSteps", experience.step(), "updates", updates);
  }

  /** The deterministic first episode of an evaluation: every film has the same start. */
  @Override
  public Optional<Film> film() {
    return learned.film(learned.deterministic(), Learned.starts(0), 0);
  }

  /** What the first steps have drawn from the seed cannot be drawn again from another. */
  @Override
  public List<String> settled() {
    return List.of("seed", "environment", "environments");
  }

  @Override
  public void exchange(Store store) {
    experience.exchange(store);
    Check.require(
        experience.step() <= spec.wholeSteps(),
        "steps must be at least the %d that are made, was %d"
            .formatted(experience.step(), spec.steps));
    updates = store.number("updates", updates);
    due = store.number("due", due);
    learned.exchange(store);
    store.part("learner", learner);
    store.part("means", means);
    store.part("history", history);
  }

  @Override
  public void close() {
    experience.close();
  }
}
