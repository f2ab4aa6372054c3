package hydrangea.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.actor.ActorSamples;
import hydrangea.models.actor.MeanFlowActor;
import hydrangea.models.figure.Figure;
import hydrangea.models.loss.SquaredError;
import hydrangea.models.measure.Modes;
import hydrangea.models.measure.SamplePlot;
import hydrangea.models.objective.MeanFlowMatching;
import hydrangea.models.objective.TimeSampling;
import hydrangea.models.optimizer.Adam;
import hydrangea.models.optimizer.Schedule;
import hydrangea.models.target.GaussianMixture;
import hydrangea.models.testing.MapStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StudyTest {
  private static Experiment fit(int updates, long seed) {
    var target = new GaussianMixture.Spec(List.of(List.of(0.3, 0.2)), List.of(0.2), List.of());
    return new Fit.Spec(
        target,
        ActorSamples.meanFlow(0.3, MeanFlowActor.Form.VELOCITY, 1),
        new MeanFlowMatching(1, new TimeSampling.UniformTimes(), new SquaredError()),
        new Adam.Spec(1e-2, 0.9, 0.999, 1e-8, new Schedule.Cosine(0), 1),
        updates,
        4,
        List.of(1.0),
        0.5,
        List.of(new Modes(20, 3), new SamplePlot(5, 2, List.of(), 1.0)),
        3,
        seed,
        List.of());
  }

  private static Training study() {
    var inner = new LinkedHashMap<String, Experiment>();
    inner.put("c", fit(3, 3));
    inner.put("d", fit(2, 4));
    var members = new LinkedHashMap<String, Experiment>();
    members.put("a", fit(4, 1));
    members.put(
        "b", new Study.Spec(inner, List.of(new StudyFigure.Overlay("loss")), 1, 0, List.of()));
    members.put("e", fit(5, 2));
    List<StudyFigure> figures =
        List.of(
            new StudyFigure.SideBySide("training", 3),
            new StudyFigure.Overlay("loss"),
            new StudyFigure.Bars(List.of("mode_share_0")));
    return new Study.Spec(members, figures, 1, 5, List.of()).start();
  }

  /** What a training tells, in order. */
  private static final class Told implements Training.Output {
    final List<String> rows = new ArrayList<>();
    final Map<String, Figure> figures = new LinkedHashMap<>();

    @Override
    public void metrics(String phase, long step, Map<String, Double> values) {
      rows.add(phase + " " + step + " " + values);
    }

    @Override
    public void figure(String name, Figure figure) {
      figures.put(name, figure);
    }
  }

  private static Training advanced(int updates, Told told) {
    Training study = study();
    for (int i = 0; i < updates; i++) {
      study.advance(told);
    }
    return study;
  }

  @Test
  void exchange_afterAnyUpdate_endsWithTheSameRowsResultsAndFigures() {
    var whole = new Told();
    Map<String, Object> results = advanced(14, whole).results(whole);
    assertThat(results).containsKeys("a.mode_share_0", "b.c.mode_share_0", "e.mode_share_0");
    for (int updates = 0; updates <= 14; updates++) {
      var told = new Told();
      Training stopped = advanced(updates, told);
      Training resumed = study();
      MapStore.copy(stopped, resumed);
      assertThat(resumed.progress()).isEqualTo(stopped.progress());
      while (!resumed.progress().finished()) {
        resumed.advance(told);
      }
      assertThat(resumed.results(told)).isEqualTo(results);
      assertThat(told.rows).isEqualTo(whole.rows);
      assertThat(told.figures).isEqualTo(whole.figures);
    }
  }

  @Test
  void exchange_membersThatHaveFinished_keepWhatTheyToldAndNoWeights() {
    var kept = MapStore.saved(advanced(6, new Told())).keySet();
    assertThat(kept).contains("members.a.0.results.values.mode_share_0.value");
    assertThat(kept).contains("b.c.actor.weights.value", "b.c.average.weights.value");
    assertThat(kept).noneMatch(name -> name.startsWith("a."));
  }

  @Test
  void settled_namesSeedsAndFinishedMembers() {
    assertThat(advanced(4, new Told()).settled())
        .containsExactly("seed", "seeds", "members.a.seed");
    assertThat(advanced(8, new Told()).settled())
        .containsExactly(
            "seed",
            "seeds",
            "members.a",
            "members.b.seed",
            "members.b.seeds",
            "members.b.members.c",
            "members.b.members.d.seed");
  }
}
