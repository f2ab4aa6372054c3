package hydrangea.models.optimizer;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.testing.Golden;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  @Test
  void warmUpThenCosine_goldenSteps_agrees() {
    var golden = Golden.json("rl_numerics.json").getAsJsonObject("warmup_cosine");
    double peak = golden.get("peak").getAsDouble();
    var schedule =
        new Schedule.WarmUp(
            golden.get("warmup").getAsLong(),
            new Schedule.Cosine(golden.get("floor").getAsDouble() / peak));
    var steps = numbers(golden.get("step"));
    var rates = numbers(golden.get("rate"));
    for (int k = 0; k < steps.length; k++) {
      double factor = schedule.factor((long) steps[k], golden.get("total").getAsLong());
      assertClose(factor, rates[k] / peak, 1e-12);
    }
  }

  @Test
  void cosine_recursionOfPyTorch_agrees() {
    // CosineAnnealingLR is defined by the ratio of neighbours: an independent route to the formula
    double to = 0.001;
    double expected = 1;
    for (int step = 1; step < 400; step++) {
      double now = 1 + Math.cos(Math.PI * step / 400);
      double before = 1 + Math.cos(Math.PI * (step - 1) / 400);
      expected = now / before * (expected - to) + to;
      assertClose(new Schedule.Cosine(to).factor(step, 400), expected, 1e-12);
    }
  }

  @Test
  void factors_alongTheWay_byHand() {
    assertThat(new Schedule.Constant().factor(7, 10)).isEqualTo(1);
    assertThat(new Schedule.Linear(1, 0.5).factor(4, 8)).isEqualTo(0.75);
    assertThat(new Schedule.Linear(0.5, 2).factor(0, 8)).isEqualTo(0.5);
    assertClose(new Schedule.Cosine(0.2).factor(4, 8), 0.6, 1e-15);
    assertThat(new Schedule.WarmUp(4, new Schedule.Constant()).factor(1, 8)).isEqualTo(0.25);
    assertThat(new Schedule.WarmUp(4, new Schedule.Linear(1, 0)).factor(6, 8)).isEqualTo(0.5);
  }

  @Test
  void factors_fromTheLastStepOn_stayAtTheEnd() {
    assertThat(new Schedule.Linear(1, 0.5).factor(12, 8)).isEqualTo(0.5);
    assertThat(new Schedule.Cosine(0.2).factor(16, 8)).isEqualTo(0.2);
    assertThat(new Schedule.Cosine(0.2).factor(0, 0)).isEqualTo(0.2);
    assertThat(new Schedule.WarmUp(9, new Schedule.Cosine(0.2)).factor(9, 8)).isEqualTo(0.2);
  }

  @Test
  void parameters_outOfRange_areRefusedWithTheValue() {
    assertThatThrownBy(() -> new Schedule.Cosine(-1))
        .hasMessage("to must be 0 or more and finite, was -1.0");
    assertThatThrownBy(() -> new Schedule.Linear(Double.NaN, 0))
        .hasMessage("from must be 0 or more and finite, was NaN");
    assertThatThrownBy(() -> new Schedule.WarmUp(0, new Schedule.Constant()))
        .hasMessage("updates must be positive and finite, was 0.0");
  }
}
