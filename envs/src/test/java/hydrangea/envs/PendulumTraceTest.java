package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.PENDULUM_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Trace.Row;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pendulum-v1 against episodes recorded from Gymnasium 1.4.0. */
final class PendulumTraceTest {
  private final TimeLimit<Pendulum.State> pendulum = PENDULUM_V1.build();
  private final SplittableRandom random = new SplittableRandom(0);

  static List<Trace> episodes() {
    return Trace.read("pendulum_traces.csv");
  }

  @Test
  void traces_all_areRead() {
    assertThat(episodes()).extracting(trace -> trace.rows().size()).containsOnly(201).hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void step_fromEachRecordedState_matchesGymnasium(Trace trace) {
    for (int t = 1; t < trace.rows().size(); t++) {
      Row row = trace.rows().get(t);
      var state = new TimeLimit.State<>(state(trace.rows().get(t - 1)), t - 1);
      assertMatches(row, pendulum.step(state, row.numbers("action"), random), tolerance(trace));
    }
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void episode_fromTheRecordedReset_matchesGymnasium(Trace trace) {
    var state = new TimeLimit.State<>(state(trace.rows().get(0)), 0);
    for (Row row : trace.rows().subList(1, trace.rows().size())) {
      var step = pendulum.step(state, applied(trace, row), random);
      assertMatches(row, step, 1e-9);
      state = step.state();
    }
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void observe_eachRecordedState_isGymnasiumsFloats(Trace trace) {
    for (Row row : trace.rows()) {
      assertThat(pendulum.observe(new TimeLimit.State<>(state(row), 0)))
          .isEqualTo(row.floats("obs0", "obs1", "obs2"));
    }
  }

  private static void assertMatches(
      Row row, Step<TimeLimit.State<Pendulum.State>> step, double tolerance) {
    Pendulum.State state = step.state().inner();
    assertThat(state.theta()).isCloseTo(row.number("theta"), within(tolerance));
    assertThat(state.thetaDot()).isCloseTo(row.number("theta_dot"), within(tolerance));
    assertThat(step.reward()).isCloseTo(row.number("reward"), within(tolerance));
    assertThat(step.terminated()).isEqualTo(row.flag("terminated"));
    assertThat(step.truncated()).isEqualTo(row.flag("truncated"));
  }

  private static Pendulum.State state(Row row) {
    return new Pendulum.State(row.number("theta"), row.number("theta_dot"));
  }

  /** The action whose triple, in double, is what Gymnasium computed. */
  private static double[] applied(Trace trace, Row row) {
    double u = row.number("action");
    return new double[] {isFloat32(trace) ? (double) (3 * (float) u) / 3 : u};
  }

  /** Gymnasium computes 3u and .001u^2 in float32 where the action is one. */
  private static double tolerance(Trace trace) {
    return isFloat32(trace) ? 1e-6 : 1e-12;
  }

  private static boolean isFloat32(Trace trace) {
    return trace.policy().equals("random_float32");
  }
}
