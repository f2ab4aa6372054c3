package hydrangea.models.training;

import static hydrangea.models.training.EstimateTrial.ANYWHERE;
import static hydrangea.models.training.EstimateTrial.PROCESS;
import static hydrangea.models.training.EstimateTrial.numbers;
import static hydrangea.models.training.EstimateTrial.results;
import static hydrangea.models.training.EstimateTrial.scoreMatching;
import static hydrangea.models.training.EstimateTrial.spec;
import static hydrangea.models.training.Told.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.estimation.Draw;
import hydrangea.models.estimation.Inputs;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How {@code |W_hat - W|} falls with the transitions: as one over the root of their number. */
final class ErrorScalingTest {
  /** From 1e2 to 1e4. */
  private static final List<Integer> COUNTS =
      IntStream.rangeClosed(0, 20).mapToObj(i -> (int) Math.pow(10, 2 + i / 10.0)).toList();

  @Test
  void error_independentStates_fallsAsTheRoot() {
    assertFalls(ANYWHERE, .111);
  }

  @Test
  void error_oneLongEpisode_fallsAsTheRoot() {
    var actions = new Draw.OneOf(List.of(-1.0, 1.0));
    assertFalls(new Inputs.Sequential(new Draw.Between(-1, 1), actions), .09);
  }

  /** At n = 1000 the mean of 400 runs is {@code expected}; one run's std is .06. */
  private static void assertFalls(Inputs inputs, double expected) {
    Map<String, Object> results =
        results(spec(PROCESS, inputs, COUNTS, 20, Map.of("sm", scoreMatching(1e-5))));
    assertThat(number(results, "error_slope")).isBetween(-.65, -.4);
    double[] errors = numbers(results, "error");
    assertThat(errors).hasSize(21);
    assertThat(errors[10]).isCloseTo(expected, within(.04));
  }
}
