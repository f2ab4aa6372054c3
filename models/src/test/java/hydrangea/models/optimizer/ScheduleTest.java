package hydrangea.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.testing.Golden;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final Schedule CONSTANT = new Schedule.Constant();

  private static void assertFactor(Schedule schedule, long step, long steps, double expected) {
    assertThat(schedule.factor(step, steps)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void warmUpThenCosine_isTheReferences() {
    var golden = Golden.json("rl_numerics.json").getAsJsonObject("warmup_cosine");
    double peak = golden.get("peak").getAsDouble();
    var cosine = new Schedule.Cosine(golden.get("floor").getAsDouble() / peak);
    var schedule = new Schedule.WarmUp(golden.get("warmup").getAsInt(), cosine);
    double[] steps = Golden.numbers(golden.get("step"));
    double[] rates = Golden.numbers(golden.get("rate"));
    for (int k = 0; k < steps.length; k++) {
      assertFactor(schedule, (long) steps[k], golden.get("total").getAsLong(), rates[k] / peak);
    }
  }

  @Test
  void constant_isOne() {
    assertFactor(CONSTANT, 0, 100, 1);
    assertFactor(CONSTANT, 1_000, 100, 1);
  }

  @Test
  void linear_goesStraight() {
    var linear = new Schedule.Linear(.5, 2);
    assertFactor(linear, 0, 200, .5);
    assertFactor(linear, 50, 200, .875);
    assertFactor(linear, 200, 200, 2);
  }

  @Test
  void cosine_hasTheClosedFormsValues() {
    var cosine = new Schedule.Cosine(.2);
    assertFactor(cosine, 0, 300, 1);
    assertFactor(cosine, 100, 300, .2 + .8 * .75); // cos(pi / 3) = 1 / 2
    assertFactor(cosine, 150, 300, .6);
    assertFactor(cosine, 300, 300, .2);
  }

  @Test
  void factor_pastTheEnd_stays() {
    assertFactor(new Schedule.Cosine(.2), 301, 300, .2);
    assertFactor(new Schedule.Linear(1, .3), 1_000, 300, .3);
    assertFactor(new Schedule.WarmUp(10, new Schedule.Cosine(.2)), 301, 300, .2);
  }

  @Test
  void warmUp_meetsWhatFollowsWhereItStarts() {
    var schedule = new Schedule.WarmUp(100, new Schedule.Linear(.5, 0));
    assertFactor(schedule, 0, 300, 0);
    assertFactor(schedule, 50, 300, .25);
    assertFactor(schedule, 100, 300, .5);
    assertFactor(schedule, 200, 300, .25);
  }

  @Test
  void warmUp_longerThanTheTraining_neverEnds() {
    var schedule = new Schedule.WarmUp(100, new Schedule.Cosine(0));
    assertFactor(schedule, 39, 40, .39);
    assertFactor(new Schedule.WarmUp(40, new Schedule.Cosine(0)), 40, 40, 1);
  }

  @Test
  void warmUp_ofNoSteps_isWhatFollows() {
    assertFactor(new Schedule.WarmUp(0, new Schedule.Linear(.5, 0)), 0, 10, .5);
    assertFactor(new Schedule.WarmUp(0, CONSTANT), 0, 10, 1);
  }
}
