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
import hydrangea.models.actor.Site;
import hydrangea.models.law.ActorLaws;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.nn.Networks;
import hydrangea.models.objective.LearnObjective;
import hydrangea.models.objective.Learner;
import hydrangea.models.optimizer.OptimizerSpec;
import hydrangea.models.rollout.Batch;
import hydrangea.models.rollout.Film;
import hydrangea.models.rollout.Replay;
import hydrangea.models.rollout.Returns;
import hydrangea.models.rollout.Rollout;
import hydrangea.models.rollout.Transitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Teaches an actor from its own experience, off-policy: it acts in some environments side by side,
 * a replay remembers, and batches of that are learned from. A step is a step of an environment.
 */
public final class Learn implements Training {
  /** The name of the one phase. */
  public static final String PHASE = "learn";

  private static final Map<String, String> RETURNS =
      new TreeMap<>(
          Map.of("training", "charts/episodic_return", "evaluation", "charts/eval_return"));
  private static final double ROUNDING = 1e-9; // of a sum of updates that are due

  private final Spec spec;
  private final Seeds seeds;
  private final Site site;
  private final Rollout rollout;
  private final Replay replay;
  private final Learned learned;
  private final Learner learner;
  private final Episodes episodes;
  private final MetricMeans means = new MetricMeans();
  private final MetricHistory history = new MetricHistory();
  private long step;
  private long updates;
  private double due;

  @SuppressWarnings("unchecked") // the spec has checked that objective and actor fit
  private Learn(Spec spec) {
    this.spec = spec;
    seeds = new Seeds(spec.seed);
    rollout =
        new Rollout(
            Stream.generate(spec::built).limit(spec.environments).toList(), seeds.at("episodes"));
    site = spec.site(Networks.NATIVE);
    learned = spec.learned(site);
    learner = ((LearnObjective<Actor>) spec.objective).build(learned.actor(), site, spec.optimizer);
    replay = new Replay(spec.replay, site.observations(), site.actions());
    episodes = new Episodes(spec.earlyStop.window());
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
        int actions = built.actionSpace().size();
        return new Site(observations, actions, networks, new Seeds(seed).at("actor"));
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
    boolean stopped = spec.earlyStop.ends(episodes.mean());
    double done = stopped ? 1 : Math.min(1, (double) step / spec.steps);
    return new Progress(PHASE, step, spec.wholeSteps(), done);
  }

  @Override
  public void advance(Output out) {
    long before = step;
    experience();
    due += replay.size() > spec.warmUp ? spec.environments * spec.updatesPerStep : 0;
    for (; due >= 1 - ROUNDING; due--) {
      means.add(update());
    }
    var row = new LinkedHashMap<String, Double>();
    if (crossed(before, spec.logEvery) || progress().finished()) {
      row.putAll(episodes.take());
      row.putAll(means.take());
    }
    if (spec.evaluation.every() > 0 && crossed(before, spec.evaluation.every())) {
      row.put("charts/eval_return", learned.evaluate(spec.evaluation.episodes()).mean());
    }
    tell(out, row);
  }

  private boolean crossed(long before, int every) {
    return before / every < step / every;
  }

  /** One step of every environment. */
  private void experience() {
    Matrix obs = rollout.observations();
    learned.observe(obs);
    Seeds now = seeds.at("act").at(step);
    Matrix actions =
        step < spec.warmUp
            ? uniform(now, obs.rows)
            : learned.actor().sample(learned.seen(obs), now);
    Transitions made = rollout.step(actions);
    replay.add(made, spec.rewardScale);
    made.ended().forEach(episodes::add);
    step += obs.rows;
  }

  private Matrix uniform(Seeds now, int rows) {
    Matrix uniform = now.uniform(rows, site.actions());
    for (int i = 0; i < uniform.data.length; i++) {
      uniform.data[i] = 2 * uniform.data[i] - 1;
    }
    return uniform;
  }

  private Metrics update() {
    Seeds now = seeds.at("update").at(updates);
    Batch drawn = replay.sample(spec.batch, now.at("batch"));
    Batch batch = drawn.with(learned.seen(drawn.obs()), learned.seen(drawn.nextObs()));
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
      history.add(step, row);
      out.metrics(PHASE, step, row);
      out.figure("return", history.chart("return", "steps", "return", RETURNS));
    }
  }

  @Override
  public Map<String, Object> results(Output out) {
    Returns last = learned.play(spec.evaluation.finalEpisodes());
    var results = new LinkedHashMap<String, Object>();
    results.put("return_mean", last.mean());
    results.put("return_std", last.std());
    results.put("best_return", learned.judged() ? learned.bestReturn() : last.mean());
    results.putAll(last.outcome());
    results.put("episodes", (double) episodes.count());
    results.put("env_steps", (double) step);
    results.put("updates", (double) updates);
    return results;
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of("environmentSteps", step, "updates", updates);
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
    step = store.number("step", step);
    Check.require(
        step <= spec.wholeSteps(),
        "steps must be at least the %d that are made, was %d".formatted(step, spec.steps));
    updates = store.number("updates", updates);
    due = store.number("due", due);
    learned.exchange(store);
    store.part("learner", learner);
    store.part("rollout", rollout);
    if (spec.saveReplay) {
      store.part("replay", replay);
    }
    store.part("episodes", episodes);
    store.part("means", means);
    store.part("history", history);
  }

  @Override
  public void close() {
    rollout.close();
  }
}
