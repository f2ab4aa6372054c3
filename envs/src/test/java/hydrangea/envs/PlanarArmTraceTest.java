package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.PLANAR_ARM;
import static hydrangea.envs.GymnasiumSpecs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.envs.PlanarArm.State;
import hydrangea.envs.arm.Angles;
import hydrangea.envs.arm.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planar arm against recorded episodes, whose actions and angles lie in [0, 2 pi). */
final class PlanarArmTraceTest {
  record Episode(JsonObject head, Trace trace) {
    PlanarArm.Spec spec() {
      int joints = head.get("joints").getAsInt();
      PlanarArm.Spec spec = with(PLANAR_ARM, "joints", joints);
      double length = Golden.number(head, "segment_length");
      spec = with(spec, "lengths", Collections.nCopies(joints, length));
      spec = with(spec, "relativeAngles", Golden.flag(head, "relative_angles"));
      spec = with(spec, "oneShot", Golden.flag(head, "one_shot"));
      spec = with(spec, "epsilon", Golden.number(head, "epsilon"));
      return with(spec, "maxEpisodeSteps", head.get("max_steps").getAsInt());
    }

    @Override
    public String toString() {
      return "episode " + head.get("episode");
    }
  }

  static List<Episode> episodes() {
    List<JsonObject> heads = Golden.rows("planar_arm_episodes.json", "episodes");
    List<Trace> traces = Trace.read("planar_arm_steps.csv", episode -> "recorded");
    assertThat(traces).hasSameSizeAs(heads).hasSize(5);
    List<Episode> episodes = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      episodes.add(new Episode(heads.get(i), traces.get(i)));
    }
    return episodes;
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void episode_fromTheRecordedStart_isTheRecorded(Episode episode) {
    PlanarArm arm = new PlanarArm(episode.spec());
    TimeLimit<State> limited = new TimeLimit<>(arm, episode.spec().maxEpisodeSteps());
    double[] target = Golden.numbers(episode.head(), "target");
    Angles start = Angles.of(Golden.numbers(episode.head(), "start_angles"));
    var state = new TimeLimit.State<>(arm.start(new Point(target[0], target[1]), start), 0);
    List<Trace.Row> rows = episode.trace().rows();
    assertSame(limited.observe(state), numbers(rows.get(0), "observation"));
    for (Trace.Row row : rows.subList(1, rows.size())) {
      double[] turn =
          DoubleStream.of(numbers(row, "action")).map(a -> Angles.wrap(a) / Math.PI).toArray();
      var step = limited.step(state, turn, new SplittableRandom(0));
      state = step.state();
      assertSame(limited.observe(state), numbers(row, "observation"));
      assertThat(step.reward()).isCloseTo(row.number("reward"), within(1e-10));
      assertThat(step.terminated()).isEqualTo(row.flag("terminated"));
      assertThat(step.truncated()).isEqualTo(row.flag("truncated"));
    }
  }

  /** Target and effector as they are, angles modulo a turn. */
  private static void assertSame(double[] observation, double[] expected) {
    assertThat(observation).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double difference = observation[i] - expected[i];
      assertThat(i < 4 ? difference : Angles.wrap(difference)).isCloseTo(0, within(1e-10));
    }
  }

  private static double[] numbers(Trace.Row row, String column) {
    return Stream.of(row.text(column).split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
