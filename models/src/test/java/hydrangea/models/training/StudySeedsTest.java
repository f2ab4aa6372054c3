package hydrangea.models.training;

import static hydrangea.models.training.Told.advance;
import static hydrangea.models.training.Told.number;
import static hydrangea.models.training.Told.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.CustomSinMdp;
import hydrangea.models.Matrix;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import hydrangea.models.planning.KnowledgeSpec;
import hydrangea.models.planning.RandomShooting;
import hydrangea.models.testing.MapStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Studies whose members are trained under several seeds. */
final class StudySeedsTest {
  private static final KnowledgeSpec TRUTH = new KnowledgeSpec.GroundTruth();
  private static final KnowledgeSpec LEARNED = PlanTest.LEARNED;
  private static final List<StudyFigure> FIGURES =
      List.of(
          new StudyFigure.Overlay("charts/cumulative_reward"),
          new StudyFigure.Regret("truth", "charts/cumulative_reward"),
          new StudyFigure.OnTop("transitions"),
          new StudyFigure.Bars(List.of("cumulative_reward")));

  private static Plan.Spec plan(KnowledgeSpec knowledge, long seed) {
    return new Plan.Spec(
        new CustomSinMdp.Spec(4, 1.7, 10),
        knowledge,
        new RandomShooting.Spec(3, 10, RandomShooting.Sequences.ALL_ONES),
        3,
        seed,
        List.of());
  }

  private static Training study(int seeds) {
    var members = new LinkedHashMap<String, Experiment>();
    members.put("truth", plan(TRUTH, 0));
    members.put("learned", plan(LEARNED, 0));
    return new Study.Spec(members, FIGURES, seeds, 7, List.of()).start();
  }

  private static Map<String, Object> resultsOf(KnowledgeSpec knowledge, long seed) {
    Training alone = plan(knowledge, seed).start();
    run(alone);
    return alone.results(new Told());
  }

  @Test
  void results_areThoseOfEachSeedAloneAndTheirMeans() {
    Training study = study(2);
    run(study);
    Map<String, Object> results = study.results(new Told());
    for (int i = 0; i < 2; i++) {
      String place = "learned." + i + ".";
      resultsOf(LEARNED, 7 + i)
          .forEach((key, value) -> assertThat(results).containsEntry(place + key, value));
    }
    for (String key : List.of("truth.%scumulative_reward", "learned.%splus_one_share_last")) {
      double mean = 0;
      for (int i = 0; i < 2; i++) {
        mean += number(results, key.formatted(i + ".")) / 2;
      }
      assertThat(number(results, key.formatted(""))).isCloseTo(mean, within(1e-12));
    }
    List<?> first = list(results, "learned.0.w_hat");
    List<?> second = list(results, "learned.1.w_hat");
    assertThat((List<?>) results.get("learned.w_hat"))
        .isEqualTo(List.of(half(first, second, 0), half(first, second, 1)));
    assertThat(study.counts()).isEqualTo(Map.of("episodes", 12L, "environmentSteps", 120L));
  }

  private static List<?> list(Map<String, Object> results, String key) {
    return (List<?>) Objects.requireNonNull(results.get(key));
  }

  private static double half(List<?> one, List<?> other, int at) {
    return ((double) one.get(at) + (double) other.get(at)) / 2;
  }

  @Test
  void metrics_nameTheSeed_figuresAreThoseOfTheFirst() {
    Training study = study(2);
    Told told = run(study);
    study.results(told);
    assertThat(told.phases)
        .containsExactly("truth/0/plan", "truth/1/plan", "learned/0/plan", "learned/1/plan");
    assertThat(told.figures.keySet())
        .contains("truth/reward", "learned/transitions", "on_top_transitions")
        .noneMatch(name -> name.contains("0") || name.contains("1"));
    Training alone = plan(LEARNED, 7).start();
    Told ofAlone = run(alone);
    alone.results(ofAlone);
    assertThat(told.figures.get("learned/transitions"))
        .isEqualTo(ofAlone.figures.get("transitions"));
  }

  @Test
  void figures_showMeansWithBandsAndWhatIsBehind() {
    Training study = study(2);
    Told told = run(study);
    Map<String, Object> results = study.results(told);
    var overlay = told.chart("overlay_charts/cumulative_reward");
    assertThat(overlay.title()).isEqualTo("mean over 2 seeds, 95 % interval");
    assertThat(overlay.xLabel()).isEqualTo("episodes");
    assertThat(overlay.yLabel()).isEqualTo("cumulative reward");
    assertThat(overlay.layers()).hasSize(4);
    var truth = ((Layer.Curve) overlay.layers().get(2)).points();
    assertThat(truth.at(2, 1)).isCloseTo(number(results, "truth.cumulative_reward"), within(1e-12));

    var regret = told.chart("regret_charts/cumulative_reward");
    Matrix behind = ((Layer.Curve) regret.layers().get(1)).points();
    double expected =
        number(results, "truth.cumulative_reward") - number(results, "learned.cumulative_reward");
    assertThat(behind.at(2, 1)).isCloseTo(expected, within(1e-12));
    assertThat(regret.layers()).hasSize(2);

    var onTop = (Figure.Panels) told.figure("on_top_transitions");
    assertThat(onTop.columns()).isEqualTo(3);
    assertThat(onTop.charts()).hasSize(15);
    assertThat(onTop.charts().get(0).layers())
        .extracting(StudySeedsTest::label)
        .containsExactly("true, a = 1", "true, a = -1", "learned, a = 1", "learned, a = -1");
  }

  private static String label(Layer layer) {
    return layer instanceof Layer.Band band ? band.label() : ((Layer.Curve) layer).label();
  }

  @Test
  void exchange_afterAnyEpisode_endsAlike() {
    Training whole = study(2);
    Told ofWhole = run(whole);
    Map<String, Object> results = whole.results(ofWhole);
    for (int episodes = 0; episodes <= 12; episodes++) {
      Training stopped = study(2);
      Told told = advance(stopped, episodes);
      Training resumed = study(2);
      MapStore.copy(stopped, resumed);
      assertThat(resumed.progress()).isEqualTo(stopped.progress());
      Told rest = run(resumed);
      assertThat(resumed.results(rest)).isEqualTo(results);
      assertThat(resumed.counts()).isEqualTo(whole.counts());
      told.rows.addAll(rest.rows);
      assertThat(told.rows).isEqualTo(ofWhole.rows);
      for (StudyFigure figure : FIGURES) {
        assertThat(rest.figures.get(figure.name())).isEqualTo(ofWhole.figures.get(figure.name()));
      }
    }
  }

  @Test
  void settled_afterTheFirstSeed_isTheWholeMember() {
    Training study = study(2);
    advance(study, 2);
    assertThat(study.settled())
        .contains("members.truth.environment")
        .doesNotContain("members.truth");
    advance(study, 2);
    assertThat(study.settled()).containsExactly("seed", "seeds", "members.truth");
  }

  @Test
  void spec_noSeeds_isRefused() {
    assertThatThrownBy(() -> study(0)).hasMessage("seeds must be at least 1, was 0");
  }
}
