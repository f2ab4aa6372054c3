package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.CART_POLE_V1;
import static hydrangea.envs.GymnasiumSpecs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Trace.Row;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CartPole-v1 against episodes recorded from Gymnasium 1.4.0. */
final class CartPoleTraceTest {
  private final SplittableRandom random = new SplittableRandom(0);

  static List<Trace> episodes() {
    return Trace.read("cartpole_traces.csv");
  }

  @Test
  void traces_all_endOnce() {
    assertThat(episodes())
        .hasSize(8)
        .allSatisfy(
            trace ->
                assertThat(trace.rows().subList(1, trace.rows().size()))
                    .filteredOn(row -> row.flag("terminated") || row.flag("truncated"))
                    .hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void step_fromEachRecordedState_matchesGymnasium(Trace trace) {
    TimeLimit<CartPole.State> cartPole = environment(trace);
    for (int t = 1; t < trace.rows().size(); t++) {
      Row row = trace.rows().get(t);
      var state = new TimeLimit.State<>(state(trace.rows().get(t - 1)), t - 1);
      assertMatches(row, cartPole.step(state, row.numbers("action"), random), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void episode_fromTheRecordedReset_matchesGymnasium(Trace trace) {
    TimeLimit<CartPole.State> cartPole = environment(trace);
    var state = new TimeLimit.State<>(state(trace.rows().get(0)), 0);
    for (Row row : trace.rows().subList(1, trace.rows().size())) {
      var step = cartPole.step(state, row.numbers("action"), random);
      assertMatches(row, step, 1e-9);
      state = step.state();
    }
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void observe_eachRecordedState_isGymnasiumsFloats(Trace trace) {
    for (Row row : trace.rows()) {
      assertThat(environment(trace).observe(new TimeLimit.State<>(state(row), 0)))
          .isEqualTo(row.floats("obs0", "obs1", "obs2", "obs3"));
    }
  }

  private static void assertMatches(
      Row row, Step<TimeLimit.State<CartPole.State>> step, double tolerance) {
    CartPole.State state = step.state().inner();
    assertThat(new double[] {state.x(), state.xDot(), state.theta(), state.thetaDot()})
        .containsExactly(row.numbers("x", "x_dot", "theta", "theta_dot"), within(tolerance));
    assertThat(step.reward()).isEqualTo(row.number("reward"));
    assertThat(step.terminated()).isEqualTo(row.flag("terminated"));
    assertThat(step.truncated()).isEqualTo(row.flag("truncated"));
  }

  private static TimeLimit<CartPole.State> environment(Trace trace) {
    boolean suttonBarto = trace.rows().get(0).flag("sutton_barto");
    return with(CART_POLE_V1, "suttonBartoReward", suttonBarto).build();
  }

  private static CartPole.State state(Row row) {
    return new CartPole.State(
        row.number("x"), row.number("x_dot"), row.number("theta"), row.number("theta_dot"));
  }
}
