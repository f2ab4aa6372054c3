package hydrangea.models.training;

import hydrangea.models.estimation.Draw;
import hydrangea.models.estimation.EstimatorSpec;
import hydrangea.models.estimation.Inputs;
import hydrangea.models.estimation.MaximumLikelihood;
import hydrangea.models.estimation.ScoreMatching;
import hydrangea.models.estimation.Transitions;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Estimates of few words. */
final class EstimateTrial {
  static final CustomSin CUSTOM_SIN = new CustomSin(4, 1.7, Interval.LINE);

  /** Of {@link #CUSTOM_SIN}, as of the source's process. */
  static final Transitions PROCESS = linear(CUSTOM_SIN, 1, 1);

  static final Inputs ANYWHERE =
      new Inputs.Independent(new Draw.Between(-1, 1), new Draw.OneOf(List.of(-1.0, 1.0)));

  private EstimateTrial() {}

  /**
   * One coordinate with the features {@code [s, a]}, of which all statistics have the same weights.
   */
  static Transitions linear(Family family, double ofState, double ofAction) {
    List<List<Double>> w = Collections.nCopies(family.statistics(), List.of(ofState, ofAction));
    return new Transitions(List.of(family), new Features.IdentityFeatures(), w);
  }

  /** One coordinate that does not depend on anything. */
  static Transitions constant(Family family, List<Double> v) {
    return new Transitions(
        List.of(family), new Features.ConstantFeatures(1), v.stream().map(List::of).toList());
  }

  static Inputs always(double state, double action) {
    return new Inputs.Independent(new Draw.OneOf(List.of(state)), new Draw.OneOf(List.of(action)));
  }

  static EstimatorSpec scoreMatching(double lambda) {
    return new ScoreMatching.Spec(lambda, ScoreMatching.Coordinates.APART);
  }

  /** "sm" and "mle". */
  static Map<String, EstimatorSpec> both(double lambda) {
    var both = new LinkedHashMap<String, EstimatorSpec>();
    both.put("sm", scoreMatching(lambda));
    both.put("mle", new MaximumLikelihood.Spec(lambda, 100));
    return both;
  }

  static Estimate.Spec spec(
      Transitions truth,
      Inputs inputs,
      List<Integer> samples,
      int runs,
      Map<String, EstimatorSpec> estimators) {
    return new Estimate.Spec(truth, inputs, samples, runs, estimators, 0, List.of());
  }

  /** What it comes to. */
  static Map<String, Object> results(Estimate.Spec spec) {
    Training training = spec.start();
    return training.results(Told.run(training));
  }

  /** The list of that name. */
  static double[] numbers(Map<String, Object> results, String name) {
    return ((List<?>) Objects.requireNonNull(results.get(name)))
        .stream().mapToDouble(each -> (Double) each).toArray();
  }
}
