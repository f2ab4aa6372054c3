package hydrangea.models.training;

import static hydrangea.models.actor.MeanFlowActor.Form.RESIDUAL;
import static hydrangea.models.actor.MeanFlowActor.Form.VELOCITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Metrics;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSamples;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.MeanFlowActor;
import hydrangea.models.figure.Figure;
import hydrangea.models.loss.SquaredError;
import hydrangea.models.measure.Measure;
import hydrangea.models.measure.Modes;
import hydrangea.models.measure.SamplePlot;
import hydrangea.models.objective.FitObjective;
import hydrangea.models.objective.Matching;
import hydrangea.models.objective.MeanFlowMatching;
import hydrangea.models.objective.ReverseKl;
import hydrangea.models.objective.TimeSampling;
import hydrangea.models.optimizer.Adam;
import hydrangea.models.optimizer.Schedule;
import hydrangea.models.target.GaussianMixture;
import hydrangea.models.testing.MapStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FitTest {
  private static final MeanFlowActor.Spec MEAN_FLOW = ActorSamples.meanFlow(0.3, VELOCITY, 1);
  private static final FitObjective<?, ?> MATCHING =
      new MeanFlowMatching(1, new TimeSampling.UniformTimes(), new SquaredError());

  private static Fit.Spec spec(
      ActorSpec<?> actor, FitObjective<?, ?> objective, double ema, int updates) {
    var target =
        new GaussianMixture.Spec(
            List.of(List.of(0.3, 0.2), List.of(-0.4, 0.1)), List.of(0.2), List.of());
    var adam = new Adam.Spec(1e-2, 0.9, 0.999, 1e-8, new Schedule.Cosine(0), 1);
    List<Measure> measure = List.of(new Modes(100, 4), new SamplePlot(5, 6, List.of(), 1.0));
    return new Fit.Spec(
        target, actor, objective, adam, updates, 16, List.of(1.0), ema, measure, 5, 3, List.of());
  }

  /** What a training tells, in order. */
  private static final class Told implements Training.Output {
    final List<String> rows = new ArrayList<>();
    final Map<String, Figure> figures = new LinkedHashMap<>();

    @Override
    public void metrics(String phase, long step, Map<String, Double> values) {
      rows.add(step + " " + values);
    }

    @Override
    public void figure(String name, Figure figure) {
      figures.put(name, figure);
    }
  }

  private static void advance(Training training, int updates) {
    for (int i = 0; i < updates; i++) {
      training.advance(new Told());
    }
  }

  private static Told run(Training training) {
    var told = new Told();
    while (!training.progress().finished()) {
      training.advance(told);
    }
    return told;
  }

  @Test
  void advance_toTheEnd_tellsRowsWhenTheyFallDue() {
    var told = run(spec(MEAN_FLOW, MATCHING, 0, 11).start());
    assertThat(told.rows).hasSize(5);
    assertThat(told.rows.get(0)).startsWith("4 {mode_share_0");
    assertThat(told.rows.get(1)).matches("5 \\{loss=.*, squared_error=.*, gradient_norm=.*}");
    assertThat(told.rows.get(4)).matches("11 \\{loss=.*, squared_error=.*, gradient_norm=.*}");
    assertThat(told.figures).containsKey("loss");
  }

  @Test
  void exchange_inTheMiddle_goesOnAsIfNothingHadHappened() {
    for (ActorSpec<?> actor : List.of(MEAN_FLOW, ActorSamples.meanFlow(0.3, RESIDUAL, 1))) {
      var spec = spec(actor, MATCHING, 0.9, 20);
      var whole = spec.start();
      advance(whole, 13); // the means of three updates are under way
      var resumed = spec.seeded(3).start();
      MapStore.copy(whole, resumed);
      assertThat(resumed.progress()).isEqualTo(whole.progress());
      Told ofWhole = run(whole);
      Told ofResumed = run(resumed);
      assertThat(ofResumed.rows).isEqualTo(ofWhole.rows);
      assertThat(resumed.results(ofResumed)).isEqualTo(whole.results(ofWhole));
      assertThat(ofResumed.figures).isEqualTo(ofWhole.figures);
      assertThat(MapStore.saved(resumed))
          .usingRecursiveComparison()
          .isEqualTo(MapStore.saved(whole));
    }
  }

  @Test
  void exchange_moreUpdatesMadeThanAreWanted_isRefused() {
    var whole = spec(MEAN_FLOW, MATCHING, 0, 20).start();
    advance(whole, 8);
    var shorter = spec(MEAN_FLOW, MATCHING, 0, 7).start();
    assertThatThrownBy(() -> MapStore.copy(whole, shorter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("updates must be at least the 8 that are made, was 7");
  }

  @Test
  void start_anotherSeed_givesOtherWeights() {
    var one = spec(MEAN_FLOW, MATCHING, 0, 3);
    assertThat(MapStore.saved(one.start()))
        .usingRecursiveComparison()
        .isEqualTo(MapStore.saved(one.start()));
    assertThat(MapStore.saved(one.seeded(4).start()).get("actor.weights.value"))
        .isNotEqualTo(MapStore.saved(one.start()).get("actor.weights.value"));
  }

  @Test
  void advance_lossIsNaN_isNonFiniteLoss() {
    Matching<Actor> broken =
        (actor, obs, actions, rowWeight, seeds, into) -> Metrics.loss(Double.NaN);
    var training = spec(MEAN_FLOW, broken, 0, 3).start();
    assertThatThrownBy(() -> training.advance(new Told()))
        .isInstanceOf(NonFiniteLoss.class)
        .hasMessage("the loss was NaN at update 0 of phase fit");
  }

  @Test
  void spec_objectiveThatCannotTrainTheActor_isRefusedWithAReason() {
    assertThatThrownBy(() -> spec(MEAN_FLOW, new ReverseKl(), 0, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "reverseKl() needs an exact density of differentiable samples (gaussian, flow);"
                + " meanFlow offers an average velocity, scored samples: use meanFlowMatching()");
  }

  @Test
  void check_ofPartsThatDoNotGoTogether_saysWhatStartWouldSay() {
    var spec =
        new Fit.Spec(
            new GaussianMixture.Spec(List.of(List.of(0.3, 0.2)), List.of(0.2), List.of()),
            ActorSamples.gaussian(true),
            new ReverseKl(),
            new Adam.Spec(1e-2, 0.9, 0.999, 1e-8, new Schedule.Cosine(0), 1),
            9,
            16,
            List.of(),
            0,
            List.of(),
            5,
            3,
            List.of());
    var sound = new HashSet<Object>();
    assertThatThrownBy(() -> spec.check(sound)).hasMessageContaining("needs an observation");
    assertThatThrownBy(() -> spec.check(sound)).hasMessageContaining("needs an observation");
    assertThatThrownBy(spec::start).hasMessageContaining("needs an observation");
  }

  @Test
  void check_ofSoundParts_buildsThemOnceForAllSeeds() {
    var spec = spec(MEAN_FLOW, MATCHING, 0, 9);
    var sound = new HashSet<Object>();
    spec.check(sound);
    spec.seeded(8).check(sound);
    assertThat(sound).hasSize(1);
  }
}
