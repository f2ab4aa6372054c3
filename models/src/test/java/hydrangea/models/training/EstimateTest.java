package hydrangea.models.training;

import static hydrangea.models.training.EstimateTrial.ANYWHERE;
import static hydrangea.models.training.EstimateTrial.CUSTOM_SIN;
import static hydrangea.models.training.EstimateTrial.PROCESS;
import static hydrangea.models.training.EstimateTrial.always;
import static hydrangea.models.training.EstimateTrial.both;
import static hydrangea.models.training.EstimateTrial.constant;
import static hydrangea.models.training.EstimateTrial.linear;
import static hydrangea.models.training.EstimateTrial.numbers;
import static hydrangea.models.training.EstimateTrial.results;
import static hydrangea.models.training.EstimateTrial.scoreMatching;
import static hydrangea.models.training.EstimateTrial.spec;
import static hydrangea.models.training.Told.advance;
import static hydrangea.models.training.Told.number;
import static hydrangea.models.training.Told.run;
import static hydrangea.models.training.Told.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.estimation.EstimatorSpec;
import hydrangea.models.estimation.Inputs;
import hydrangea.models.estimation.PowerLaw;
import hydrangea.models.estimation.Sample;
import hydrangea.models.estimation.Transitions;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Exponential;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.Normal;
import hydrangea.models.family.TransitionModel;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EstimateTest {
  private static final List<Integer> COUNTS = List.of(50, 100, 400);
  private static final Map<String, EstimatorSpec> SCORES = Map.of("sm", scoreMatching(1e-4));

  /** The reference file's 500 transitions, and the inputs at which it has distances. */
  private static final class Reference implements Inputs.Open {
    private final Matrix rows =
        Matrix.of(Golden.csv("custom_sin_transitions.csv").toArray(double[][]::new));
    private final Matrix heldOut;

    Reference(Matrix heldOut) {
      this.heldOut = heldOut;
    }

    @Override
    public Sample sample(TransitionModel truth, int count, RandomGenerator random) {
      Matrix first = rows.rows(0, Math.min(count, rows.rows));
      return count == 20
          ? new Sample(heldOut, new Matrix(heldOut.rows, 1))
          : new Sample(first.columns(0, 2), first.columns(2, 3));
    }

    @Override
    public double middleState() {
      return heldOut.at(0, 0);
    }

    @Override
    public double middleAction() {
      return heldOut.at(0, 1);
    }
  }

  @Test
  void results_referenceTransitions_areTheReferences() {
    var row = Golden.objects(Golden.json("score_matching.json").get("custom_sin")).get(1);
    var distances = Golden.objects(row.get("tvd"));
    double[][] at =
        distances.stream()
            .map(each -> new double[] {each.get("s").getAsDouble(), each.get("a").getAsDouble()})
            .toArray(double[][]::new);
    double[] tvd = distances.stream().mapToDouble(each -> each.get("tvd").getAsDouble()).toArray();
    double[] w = Golden.numbers(row.get("W"));

    Map<String, Object> results =
        results(
            spec(
                PROCESS,
                new Reference(Matrix.of(at)),
                List.of(500),
                1,
                Map.of("sm", scoreMatching(row.get("lambda_").getAsDouble()))));

    assertThat(numbers(results, "w_hat")).containsExactly(w, within(1e-10));
    assertThat(numbers(results, "error")[0])
        .isCloseTo(Math.hypot(w[0] - 1, w[1] - 1), within(1e-10));
    assertThat(number(results, "tvd_sm")).isCloseTo(Matrix.of(tvd).mean(), within(1e-8));
    assertThat(results).hasSize(3);
  }

  /** Both estimators of a normal are least squares. */
  @Test
  void results_secondEstimator_haveItsName() {
    var truth = linear(new Normal(1), 0.5, 1.0);
    var twice = new LinkedHashMap<>(both(0));

    Map<String, Object> results = results(spec(truth, ANYWHERE, COUNTS, 2, twice));

    assertThat(results.keySet())
        .containsExactly(
            "tvd_sm",
            "w_hat",
            "error",
            "error_slope",
            "tvd_mle",
            "w_hat_mle",
            "error_mle",
            "error_slope_mle");
    assertThat(numbers(results, "w_hat_mle"))
        .containsExactly(numbers(results, "w_hat"), within(1e-9));
    double[] n = COUNTS.stream().mapToDouble(Integer::doubleValue).toArray();
    assertThat(number(results, "error_slope"))
        .isEqualTo(PowerLaw.through(n, numbers(results, "error")).exponent());
  }

  @Test
  void results_areTheMeansOfWhatWasTold() {
    Training training = spec(PROCESS, ANYWHERE, COUNTS, 3, SCORES).start();
    assertThat(training.results(new Told())).isEmpty();
    Told told = run(training);

    Map<String, Object> results = training.results(new Told());
    assertThat(told.values).hasSize(3).doesNotHaveDuplicates();
    assertThat(number(results, "tvd_sm")).isCloseTo(mean(told, "sm/tvd"), within(1e-12));
    assertThat(numbers(results, "error")[2]).isCloseTo(mean(told, "sm/error"), within(1e-12));
    assertThat(training.counts()).containsOnly(Map.entry("transitions", 1200L));
  }

  private static double mean(Told told, String name) {
    return told.values.stream().mapToDouble(row -> number(row, name)).average().orElseThrow();
  }

  private static Figure figure(Told told, String name) {
    return Objects.requireNonNull(told.figures.get(name));
  }

  @Test
  void exchange_betweenRuns_goesOnAsIfNothingHadHappened() {
    Estimate.Spec spec = spec(PROCESS, ANYWHERE, COUNTS, 4, both(1e-4));
    Training whole = spec.start();
    advance(whole, 2);
    Training resumed = spec.start();
    MapStore.copy(whole, resumed);
    assertThat(resumed.progress()).isEqualTo(whole.progress());
    Told ofWhole = run(whole);
    Told ofResumed = run(resumed);
    assertThat(ofResumed.rows).isEqualTo(ofWhole.rows).hasSize(2);
    assertThat(ofResumed.figures).isEqualTo(ofWhole.figures);
    assertThat(resumed.results(ofResumed)).isEqualTo(whole.results(ofWhole));
    assertThat(state(resumed)).usingRecursiveComparison().isEqualTo(state(whole));

    Training shorter = spec(PROCESS, ANYWHERE, COUNTS, 1, both(1e-4)).start();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MapStore.copy(whole, shorter))
        .withMessage("runs must be at least the 4 that are done, was 1");
  }

  @Test
  void densities_smooth_areAChartOfTheTruthAndTheLatestEstimates() {
    Training training = spec(PROCESS, always(0, 1), List.of(400), 1, both(1e-4)).start();
    Told told = run(training);
    assertThat(told.figures.keySet()).containsExactly("densities");
    var chart = (Figure.Chart) figure(told, "densities");
    Map<String, Object> results = training.results(new Told());
    assertThat(chart.title())
        .isEqualTo(
            "TVD sm %.4f, mle %.4f"
                .formatted(number(results, "tvd_sm"), number(results, "tvd_mle")));
    assertThat(chart.layers().get(0)).isInstanceOf(Layer.Band.class);
    var density = CUSTOM_SIN.at(1); // s = 0, a = 1
    for (int i = 1; i < 4; i++) {
      var curve = (Layer.Curve) chart.layers().get(i);
      assertThat(curve.label()).isEqualTo(List.of("true", "sm", "mle").get(i - 1));
      assertThat(area(curve.points())).isCloseTo(1, within(.01));
    }
    Matrix truth = ((Layer.Curve) chart.layers().get(1)).points();
    assertThat(density.cdf(truth.at(0, 0))).isCloseTo(1e-4, within(1e-9));
    assertThat(truth.at(200, 1))
        .isCloseTo(Math.exp(density.logDensity(truth.at(200, 0))), within(1e-12));
  }

  private static double area(Matrix points) {
    return IntStream.range(1, points.rows)
        .mapToDouble(j -> points.at(j, 1) * (points.at(j, 0) - points.at(j - 1, 0)))
        .sum();
  }

  @Test
  void densities_whereScoreMatchingFails_sayWhy() {
    var truth = constant(new Exponential(), List.of(-2.0));
    Training training = spec(truth, always(0, 0), List.of(400), 1, both(1e-2)).start();
    var panels = (Figure.Panels) figure(run(training), "densities");

    assertThat(panels.caption())
        .isEqualTo(
            "score matching's theorem does not hold: at 0.0, an end of exponential's support, p"
                + " psi' jumps by 2.00, so its integration by parts leaves a term there"
                + " (Hyvarinen 2005, theorem 1); take maximumLikelihood()")
        .isEqualTo(training.results(new Told()).get("note"));
    var flat = (Layer.Curve) panels.charts().get(0).layers().get(2);
    assertThat(flat.label()).isEqualTo("sm, no density");
    Matrix points = flat.points();
    assertThat(points.at(7, 1)).isCloseTo(points.at(300, 1), within(1e-12));
    assertThat(area(points)).isCloseTo(1, within(.01));
  }

  @Test
  void note_withoutScoreMatching_isNotToldToAnyone() {
    var likelihood = new LinkedHashMap<>(both(1e-2));
    likelihood.remove("sm");
    var truth = constant(new Exponential(), List.of(-2.0));
    assertThat(results(spec(truth, always(0, 0), List.of(400), 1, likelihood)))
        .doesNotContainKey("note");
  }

  @Test
  void densities_severalCoordinates_areAPanelEach() {
    var truth =
        new Transitions(
            List.of(CUSTOM_SIN, new Normal(1)),
            new Features.IdentityFeatures(),
            List.of(List.of(1.0, 0.5, 1.0), List.of(0.2, -0.3, 0.4)));
    var panels =
        (Figure.Panels) figure(run(spec(truth, ANYWHERE, COUNTS, 1, SCORES).start()), "densities");
    assertThat(panels.charts().stream().map(Figure.Chart::xLabel))
        .containsExactly("next state, coordinate 0", "next state, coordinate 1");
  }

  @Test
  void error_hasMeanBandAndPowerLaw() {
    Training training = spec(PROCESS, ANYWHERE, COUNTS, 2, SCORES).start();
    var chart = (Figure.Chart) figure(run(training), "error");
    assertThat(chart.bounds()).isEqualTo(new Bounds.FitLogLog());
    assertThat(chart.title()).isEqualTo("mean and 95 % of 2 runs");
    Map<String, Object> results = training.results(new Told());
    Matrix band = ((Layer.Band) chart.layers().get(0)).points();
    Matrix mean = ((Layer.Curve) chart.layers().get(1)).points();
    for (int i = 0; i < 3; i++) {
      assertThat(mean.at(i, 0)).isEqualTo(COUNTS.get(i).doubleValue());
      assertThat(mean.at(i, 1)).isEqualTo(numbers(results, "error")[i]);
      assertThat(0.5 * (band.at(i, 1) + band.at(i, 2))).isCloseTo(mean.at(i, 1), within(1e-12));
    }
    var law = (Layer.Curve) chart.layers().get(2);
    assertThat(law.label()).isEqualTo("n^%.2f".formatted(number(results, "error_slope")));
    double fall = Math.log(law.points().at(2, 1) / law.points().at(0, 1)) / Math.log(400 / 50.0);
    assertThat(fall).isCloseTo(number(results, "error_slope"), within(1e-12));
  }

  @Test
  void spec_badInput_isRefusedWithItsValue() {
    assertRefused(COUNTS, 0, SCORES, "runs must be at least 1, was 0");
    String ascending = "samples must be counts from 1 on, ascending, were ";
    assertRefused(List.of(), 1, SCORES, ascending + "[]");
    assertRefused(List.of(0, 4), 1, SCORES, ascending + "[0, 4]");
    assertRefused(List.of(4, 4), 1, SCORES, ascending + "[4, 4]");
    assertRefused(COUNTS, 1, Map.of(), "estimators must hold at least one");
    for (String name : List.of("s m", "slope", "")) {
      assertRefused(
          COUNTS,
          1,
          Map.of(name, scoreMatching(1)),
          "an estimator's name must be letters, digits and _, and not slope, was '" + name + "'");
    }
  }

  private static void assertRefused(
      List<Integer> samples, int runs, Map<String, EstimatorSpec> estimators, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(PROCESS, ANYWHERE, samples, runs, estimators))
        .withMessage(message);
  }

  /** Before anything runs. */
  @Test
  void start_whatCannotBeEstimated_isRefusedByTheParts() {
    assertStopped(
        spec(PROCESS, ANYWHERE, List.of(1), 1, Map.of("sm", scoreMatching(0))),
        "1 transitions do not determine 2 weights: add transitions, or take lambda > 0");
    assertStopped(
        spec(PROCESS, always(2, 1), List.of(10_000), 1, Map.of("sm", scoreMatching(0))),
        "the system is singular at W[0, 1]");
    assertStopped(
        spec(linear(new Exponential(), 1.0, 1.0), ANYWHERE, COUNTS, 1, SCORES),
        "an exponential density needs v < 0, minus its rate, but v is 1.0");
    var narrow = new CustomSin(4, 1.7, new Interval(-0.5, 0.5));
    var reference = new Reference(Matrix.of(new double[] {0, 1}));
    assertStopped(
        spec(linear(narrow, 1, 1), reference, List.of(50), 1, SCORES),
        "coordinate 0 of a next state is ");
  }

  private static void assertStopped(Estimate.Spec spec, String message) {
    assertThatIllegalArgumentException().isThrownBy(spec::start).withMessageStartingWith(message);
  }
}
