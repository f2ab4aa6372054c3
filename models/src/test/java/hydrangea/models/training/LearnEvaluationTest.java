package hydrangea.models.training;

import static hydrangea.models.training.LearnTrial.NEVER;
import static hydrangea.models.training.LearnTrial.PENDULUM;
import static hydrangea.models.training.LearnTrial.SAC;
import static hydrangea.models.training.Told.advance;
import static hydrangea.models.training.Told.number;
import static hydrangea.models.training.Told.run;
import static hydrangea.models.training.Told.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a {@link Learn} judges, and when that ends it. */
final class LearnEvaluationTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void evaluation_whileItLearns_changesNothingElse(boolean normalize) {
    var without = LearnTrial.of(PENDULUM, SAC, 80).with(true, 1, normalize).start();
    var trial = LearnTrial.of(PENDULUM, SAC, 80).with(true, 1, normalize);
    var with = trial.with(new Evaluation(15, 3, 2), NEVER).start();
    Told silent = run(without);
    Told judged = run(with);
    var rows = new ArrayList<Map<String, Double>>();
    var evaluated = new ArrayList<Double>();
    for (Map<String, Double> row : judged.values) {
      var rest = new LinkedHashMap<>(row);
      Double eval = rest.remove("charts/eval_return");
      if (eval != null) {
        evaluated.add(eval);
      }
      if (!rest.keySet().equals(Set.of("charts/updates"))) {
        rows.add(rest);
      }
    }
    assertThat(rows).isEqualTo(silent.values);
    assertThat(evaluated).hasSize(5); // at 15, 30, 45, 60 and 75
    assertThat(number(with.results(new Told()), "return_mean"))
        .isEqualTo(number(without.results(new Told()), "return_mean"));
    without.close();
    with.close();
  }

  @Test
  void best_ofSeveralEvaluations_isKeptAsItSawAndActed() {
    var training =
        LearnTrial.of(PENDULUM, SAC, 120)
            .with(true, 1, true)
            .with(new Evaluation(10, 3, 3), NEVER)
            .start();
    double best = Double.NEGATIVE_INFINITY;
    Map<String, Object> then = Map.of();
    while (!training.progress().finished()) {
      Told told = advance(training, 1);
      for (Map<String, Double> row : told.values) {
        Double mean = row.get("charts/eval_return");
        if (mean != null && mean > best) {
          best = mean;
          then = state(training);
        }
      }
    }
    Map<String, Object> now = state(training);
    assertThat(now.get("best return")).isEqualTo(best);
    assertThat(now.get("best.value")).isEqualTo(then.get("actor.weights.value"));
    assertThat(now.get("best statistics.mean")).isEqualTo(then.get("statistics.mean"));
    assertThat(now.get("best statistics.count")).isEqualTo(then.get("statistics.count"));
    assertThat(now.get("actor.weights.value")).isNotEqualTo(then.get("actor.weights.value"));
    assertThat(now.get("statistics.mean")).isNotEqualTo(then.get("statistics.mean"));
    assertThat(number(training.results(new Told()), "best_return")).isEqualTo(best);
    training.close();
  }

  @Test
  void best_noEvaluationButTheLast_isThatOne() {
    var training = LearnTrial.of(PENDULUM, SAC, 30).start();
    run(training);
    Map<String, Object> results = training.results(new Told());
    assertThat(results.get("best_return")).isEqualTo(results.get("return_mean"));
    assertThat(state(training).get("best return")).isEqualTo(Double.NEGATIVE_INFINITY);
    training.close();
  }

  /** Episode k has the return 2 k: the mean of the last four is 2 k - 3. */
  @Test
  void earlyStop_needsAFullWindowAndThenFinishes() {
    var stop = new EarlyStop.MeanReturn(-100, 4);
    var trial = LearnTrial.of(new TwoSteps(new ArrayList<>()), new Witness(), 100);
    var soon = trial.with(new Evaluation(0, 1, 1), stop).start();
    Told told = run(soon);
    assertThat(soon.progress().step()).isEqualTo(8);
    assertThat(soon.progress().done()).isEqualTo(1);
    assertThat(told.rows.get(told.rows.size() - 1)).startsWith("8 {charts/episodic_return=");
    var later = trial.with(new Evaluation(0, 1, 1), new EarlyStop.MeanReturn(20, 4)).start();
    run(later);
    assertThat(later.progress().step()).isEqualTo(26); // 2 x 12 - 3 is 21, and it is the 13th
    soon.close();
    later.close();
  }

  @Test
  void evaluationAndEarlyStop_numbersOutOfRange_areRefusedWithTheirValues() {
    assertThatThrownBy(() -> new Evaluation(-1, 1, 1))
        .hasMessage("every must be at least 0, was -1");
    assertThatThrownBy(() -> new Evaluation(1, 0, 1))
        .hasMessage("episodes must be at least 1, was 0");
    assertThatThrownBy(() -> new EarlyStop.MeanReturn(Double.NaN, 1))
        .hasMessage("least must be finite, was NaN");
    assertThatThrownBy(() -> new EarlyStop.MeanReturn(1, 0))
        .hasMessage("window must be at least 1, was 0");
  }
}
