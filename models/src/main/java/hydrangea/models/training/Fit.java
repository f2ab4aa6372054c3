package hydrangea.models.training;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.Site;
import hydrangea.models.figure.Figure;
import hydrangea.models.law.ActorLaws;
import hydrangea.models.law.TargetLaws;
import hydrangea.models.measure.Fitted;
import hydrangea.models.measure.Measure;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.nn.Networks;
import hydrangea.models.objective.FitObjective;
import hydrangea.models.optimizer.Ema;
import hydrangea.models.optimizer.Optimizer;
import hydrangea.models.optimizer.OptimizerSpec;
import hydrangea.models.target.Target;
import hydrangea.models.target.TargetSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits an actor to a target density, under one constant observation. A step is an update. */
public final class Fit implements Training {
  /** The name of the one phase of a fit. */
  public static final String PHASE = "fit";

  private static final Seeds EVALUATION = new Seeds(0).at("evaluation");

  private final Spec spec;
  private final Seeds seeds;
  private final FitObjective<Actor, Target> objective;
  private final Target target;
  private final Actor actor;
  private final Actor average;
  private final Gradient gradient;
  private final Optimizer optimizer;
  private final Ema ema;
  private final Matrix obs;
  private final MetricMeans means = new MetricMeans();
  private final MetricHistory history = new MetricHistory();
  private List<Figure.Chart> snapshots = new ArrayList<>();
  private long step;

  @SuppressWarnings("unchecked") // the spec has checked that objective, actor and target fit
  private Fit(Spec spec) {
    this.spec = spec;
    seeds = new Seeds(spec.seed);
    objective = (FitObjective<Actor, Target>) spec.objective;
    target = spec.target.build();
    var observation = spec.observation.stream().mapToDouble(Double::doubleValue).toArray();
    obs = Matrix.repeated(observation, spec.batch);
    Site site = spec.site(target);
    actor = spec.actor.build(site);
    ema = new Ema(spec.ema);
    average = spec.ema > 0 ? spec.actor.build(site) : actor;
    gradient = new Gradient(actor.weights());
    optimizer = spec.optimizer.build(actor.weights().size());
  }

  /**
   * What a script writes down.
   *
   * @param updates how many batches are learned from
   * @param batch rows of a batch, B
   * @param observation the one observation, S numbers; none for an actor without input
   * @param ema decay of the average of the weights that is measured and kept beside the last ones,
   *     in [0, 1); 0 takes the last ones
   * @param measure what is measured at the end, and during training where a measure says so
   * @param logEvery updates between two rows of metrics
   * @param seed of all that is random: weights, data, noise
   */
  public record Spec(
      TargetSpec<?> target,
      ActorSpec<?> actor,
      FitObjective<?, ?> objective,
      OptimizerSpec optimizer,
      int updates,
      int batch,
      List<Double> observation,
      double ema,
      List<Measure> measure,
      int logEvery,
      long seed)
      implements Experiment {
    public Spec {
      observation = List.copyOf(observation);
      measure = List.copyOf(measure);
      Check.atLeast("updates", updates, 1);
      Check.atLeast("batch", batch, 1);
      Check.require(
          observation.stream().allMatch(Double::isFinite),
          "observation must hold finite numbers, was " + observation);
      Check.share("ema", ema);
      Check.atLeast("logEvery", logEvery, 1);
      Fitting.check(target, actor, objective);
      measure.forEach(each -> Fitting.check(target, each));
    }

    @Override
    public Experiment seeded(long other) {
      return new Spec(
          target,
          actor,
          objective,
          optimizer,
          updates,
          batch,
          observation,
          ema,
          measure,
          logEvery,
          other);
    }

    @Override
    public Training start() {
      return new Fit(this);
    }

    @Override
    public List<String> brokenLaws() {
      Target built = target.build();
      var broken = new ArrayList<>(TargetLaws.broken(built));
      broken.addAll(ActorLaws.broken(actor, site(built)));
      return broken;
    }

    private Site site(Target built) {
      Seeds seeds = new Seeds(seed).at("actor");
      return new Site(observation.size(), built.width(), Networks.NATIVE, seeds);
    }
  }

  @Override
  public Progress progress() {
    return new Progress(PHASE, step, spec.updates, (double) step / spec.updates);
  }

  @Override
  public void advance(Output out) {
    if (step == 0) {
      tell(out, measured(out, 0));
    }
    Metrics metrics = update();
    step++;
    means.add(metrics);
    var row = new LinkedHashMap<String, Double>();
    if (step % spec.logEvery == 0 || step == spec.updates) {
      row.putAll(means.take());
    }
    row.putAll(step < spec.updates ? measured(out, step) : Map.of());
    tell(out, row);
  }

  private Metrics update() {
    Seeds now = seeds.at("update").at(step);
    gradient.clear();
    Metrics metrics = NativeScope.call(() -> objective.loss(actor, target, obs, now, gradient));
    if (!Double.isFinite(metrics.loss())) {
      throw new NonFiniteLoss(PHASE, step, metrics.loss());
    }
    double norm = optimizer.update(actor.weights(), gradient, step, spec.updates);
    if (average != actor) {
      ema.update(average.weights(), actor.weights());
    }
    return metrics.and("gradient_norm", norm);
  }

  /** The measures that fall due now; their charts are told at once. */
  private Map<String, Double> measured(Output out, long now) {
    var numbers = new LinkedHashMap<String, Double>();
    for (var measure : spec.measure) {
      if (measure.due(now)) {
        numbers.putAll(measure.numbers(fitted()));
        picture(out, measure);
      }
    }
    return numbers;
  }

  private void picture(Output out, Measure measure) {
    var charts = measure.charts(fitted());
    for (var chart : charts) {
      snapshots.add(chart.titled(step == 0 ? "start" : "%,d updates".formatted(step)));
    }
    if (!charts.isEmpty()) {
      out.figure("samples", charts.get(0));
      int columns = snapshots.size() <= 6 ? snapshots.size() : 5;
      out.figure("training", new Figure.Panels("samples over training", columns, snapshots));
    }
  }

  private void tell(Output out, Map<String, Double> row) {
    if (!row.isEmpty()) {
      history.add(step, row);
      out.metrics(PHASE, step, row);
      if (row.containsKey("loss")) {
        out.figure("loss", history.chart("loss over training", "loss"));
      }
    }
  }

  private Fitted fitted() {
    return new Fitted(average, target, obs.rows(0, 1), EVALUATION);
  }

  @Override
  public Map<String, Object> results(Output out) {
    var results = new LinkedHashMap<String, Object>();
    for (var measure : spec.measure) {
      results.putAll(measure.numbers(fitted()));
      picture(out, measure);
    }
    return results;
  }

  /** What the first updates have drawn from the seed cannot be drawn again from another. */
  @Override
  public List<String> settled() {
    return List.of("seed");
  }

  @Override
  public void exchange(Store store) {
    step = store.number("step", step);
    Check.require(
        step <= spec.updates,
        "updates must be at least the %d that are made, was %d".formatted(step, spec.updates));
    store.part("actor", actor);
    if (average != actor) {
      store.part("average", average);
    }
    store.part("optimizer", optimizer);
    store.part("means", means);
    store.part("history", history);
    snapshots =
        store.list(
            "snapshots",
            snapshots,
            Figure.Chart.blank(),
            (branch, name, chart) -> chart.exchanged(branch.at(name)));
  }

  @Override
  public void close() {}
}
