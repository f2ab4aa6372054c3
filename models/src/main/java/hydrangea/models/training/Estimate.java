package hydrangea.models.training;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.estimation.Border;
import hydrangea.models.estimation.DensityPicture;
import hydrangea.models.estimation.ErrorPicture;
import hydrangea.models.estimation.Estimates;
import hydrangea.models.estimation.EstimatorSpec;
import hydrangea.models.estimation.Inputs;
import hydrangea.models.estimation.Sample;
import hydrangea.models.estimation.ScoreMatching;
import hydrangea.models.estimation.Transitions;
import hydrangea.models.family.TransitionModel;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Estimates a known W from transitions drawn with it, again and again. A step is a run: fresh
 * transitions, and of more and more of them every estimator's W.
 */
public final class Estimate implements Training {
  /** The name of the one phase. */
  public static final String PHASE = "estimate";

  private static final int HELD_OUT = 20; // inputs at which densities are compared

  private final Spec spec;
  private final TransitionModel truth;
  private final DensityPicture picture;
  private final Optional<String> note;
  private final Map<String, Estimates> estimates = new LinkedHashMap<>();

  private Estimate(Spec spec) {
    this.spec = spec;
    truth = spec.truth.model();
    double[] middle = spec.inputs.middle(truth);
    picture = new DensityPicture(truth, middle);
    note = spec.matchesScores() ? Border.note(truth, middle) : Optional.empty();
    spec.estimators.forEach(
        (name, estimator) -> estimates.put(name, new Estimates(estimator, truth, spec.samples)));
  }

  /**
   * What a script writes down.
   *
   * @param truth what the transitions are drawn from
   * @param inputs their states and actions
   * @param samples the counts of transitions that estimates are made from, ascending
   * @param runs each with transitions of its own
   * @param estimators by the names that results have, the first without
   * @param seed of all that is random
   * @param sweep what {@code run -m} runs by itself
   */
  public record Spec(
      Transitions truth,
      Inputs inputs,
      List<Integer> samples,
      int runs,
      Map<String, EstimatorSpec> estimators,
      long seed,
      List<Sweep> sweep)
      implements Experiment {
    public Spec {
      samples = List.copyOf(samples);
      estimators = Collections.unmodifiableMap(new LinkedHashMap<>(estimators));
      sweep = List.copyOf(sweep);
      requireAscending(samples);
      Check.atLeast("runs", runs, 1);
      Check.require(!estimators.isEmpty(), "estimators must hold at least one");
      estimators.keySet().forEach(Spec::requireName);
    }

    private static void requireAscending(List<Integer> samples) {
      boolean fine = !samples.isEmpty() && samples.get(0) >= 1;
      for (int i = 1; i < samples.size(); i++) {
        fine &= samples.get(i - 1) < samples.get(i);
      }
      Check.require(fine, "samples must be counts from 1 on, ascending, were " + samples);
    }

    /** {@code error_slope} is a result already. */
    private static void requireName(String name) {
      Check.require(
          name.matches("[A-Za-z_][A-Za-z0-9_]*") && !name.equals("slope"),
          "an estimator's name must be letters, digits and _, and not slope, was '" + name + "'");
    }

    private int most() {
      return samples.get(samples.size() - 1);
    }

    /** Whether there is an error to be seen falling. */
    private boolean scales() {
      return samples.size() > 1;
    }

    private boolean matchesScores() {
      return estimators.values().stream().anyMatch(ScoreMatching.Spec.class::isInstance);
    }

    @Override
    public Experiment seeded(long other) {
      return new Spec(truth, inputs, samples, runs, estimators, other, sweep);
    }

    /** Tries the estimators on a few transitions, too: they may not determine W. */
    @Override
    public void check(Set<Object> sound) {
      int first = samples.get(0);
      var parts = List.of(truth, inputs, estimators, first);
      if (!sound.contains(parts)) {
        TransitionModel model = truth.model();
        Border.note(model, inputs.middle(model));
        int few = Math.min(first, Math.max(50, 4 * model.w().data.length));
        Sample sample = inputs.sample(model, few, new Seeds(0).generator());
        estimators.values().forEach(each -> each.estimate(model.family(), sample));
        sound.add(parts);
      }
    }

    @Override
    public Training start() {
      check(new HashSet<>());
      return new Estimate(this);
    }

    @Override
    public List<String> brokenLaws() {
      return List.of();
    }
  }

  @Override
  public Progress progress() {
    long runs = runs();
    return new Progress(PHASE, runs, spec.runs, Math.min(1, (double) runs / spec.runs));
  }

  @Override
  public String unit() {
    return "runs";
  }

  private int runs() {
    return estimates.values().iterator().next().runs();
  }

  @Override
  public void advance(Output out) {
    Seeds seeds = new Seeds(spec.seed).at("run").at(runs());
    Sample drawn = sample(spec.most(), seeds.at("transitions"));
    Matrix heldOut = sample(HELD_OUT, seeds.at("heldOut")).phi();
    var row = new LinkedHashMap<String, Double>();
    estimates.forEach(
        (name, each) -> {
          each.add(drawn, heldOut);
          int run = each.runs() - 1;
          row.put(name + "/error", each.errors().at(run, spec.samples.size() - 1));
          row.put(name + "/tvd", each.distances().rows(run, run + 1).mean());
        });
    out.metrics(PHASE, runs(), row);
    out.figure("densities", () -> picture.draw(estimates, note.orElse("")));
    if (spec.scales()) {
      out.figure("error", () -> new ErrorPicture(spec.samples).draw(estimates));
    }
  }

  private Sample sample(int count, Seeds seeds) {
    return spec.inputs.sample(truth, count, seeds.generator());
  }

  /**
   * Means over the runs. Where W is not identifiable, as from a single input with several features,
   * the error is that of the estimator's choice among all W that fit alike.
   */
  @Override
  public Map<String, Object> results(Output out) {
    var results = new LinkedHashMap<String, Object>();
    if (runs() > 0) {
      estimates.forEach((name, each) -> put(name, each, results));
    }
    note.ifPresent(text -> results.put("note", text));
    return results;
  }

  private void put(String name, Estimates of, Map<String, Object> results) {
    String suffix = results.isEmpty() ? "" : "_" + name;
    results.put("tvd_" + name, of.distances().mean());
    results.put("w_hat" + suffix, list(of.w()));
    results.put("error" + suffix, list(of.errors()));
    if (spec.scales()) {
      results.put("error_slope" + suffix, of.law().exponent());
    }
  }

  private static List<Double> list(Matrix runs) {
    return Arrays.stream(Estimates.means(runs)).boxed().toList();
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of("transitions", (long) runs() * spec.most());
  }

  /** What has been estimated cannot be estimated again from another seed. */
  @Override
  public List<String> settled() {
    return List.of("seed", "truth", "inputs", "samples", "estimators");
  }

  @Override
  public void exchange(Store store) {
    Store branch = store.at("estimates");
    estimates.forEach(branch::part);
    Check.require(
        runs() <= spec.runs,
        "runs must be at least the %d that are done, was %d".formatted(runs(), spec.runs));
  }

  @Override
  public void close() {}
}
