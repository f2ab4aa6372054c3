package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.LUNAR_LANDER_V3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.envs.LunarLander.State;
import hydrangea.envs.Trace.Row;
import hydrangea.envs.lander.Motion;
import hydrangea.envs.lander.Moves;
import hydrangea.envs.lander.Situation;
import hydrangea.envs.lander.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LunarLander-v3 against episodes recorded from Gymnasium 1.4.0 with every draw. */
final class LunarLanderTraceTest {
  private static final String[] OBSERVATION = {
    "obs0", "obs1", "obs2", "obs3", "obs4", "obs5", "obs6", "obs7"
  };

  /** One recorded episode, and what was drawn at its reset. */
  record Episode(String file, JsonObject head, Trace trace) {
    Start start() {
      double[] force = Golden.numbers(head, "initial_force");
      boolean wind = Golden.flag(head, "enable_wind");
      return new Start(
          Golden.list(head, "terrain_heights"),
          force[0],
          force[1],
          wind ? head.get("initial_wind_idx").getAsInt() : 0,
          wind ? head.get("initial_torque_idx").getAsInt() : 0);
    }

    LunarLander.Spec spec() {
      return new LunarLander.Spec(
          Golden.flag(head, "continuous"),
          Golden.number(head, "gravity"),
          Golden.flag(head, "enable_wind"),
          Golden.number(head, "wind_power"),
          Golden.number(head, "turbulence_power"),
          LUNAR_LANDER_V3.maxEpisodeSteps());
    }

    double[] action(Row row) {
      return Golden.flag(head, "continuous")
          ? row.numbers("action0", "action1")
          : row.numbers("action0");
    }

    /** The two whose thousand steps touch the ground again and again: engines drift apart there. */
    boolean drifts() {
      return trace.rows().size() == 1001;
    }

    @Override
    public String toString() {
      return file + " " + head.get("episode") + ", " + trace.policy();
    }
  }

  static List<Episode> episodes() {
    return Stream.of("discrete", "continuous", "wind")
        .flatMap(file -> read(file).stream())
        .toList();
  }

  private static List<Episode> read(String file) {
    List<JsonObject> heads = Golden.rows("lunarlander_" + file + "_episodes.json", "episodes");
    List<Trace> traces =
        Trace.read(
            "lunarlander_" + file + "_steps.csv",
            episode -> heads.get(episode).get("policy").getAsString());
    List<Episode> episodes = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      episodes.add(new Episode(file, heads.get(i), traces.get(i)));
    }
    return episodes;
  }

  @Test
  void episodes_all_areThere() {
    assertThat(episodes()).hasSize(23);
    assertThat(episodes()).filteredOn(Episode::drifts).hasSize(2);
  }

  /** To the last bit until something touches the ground. */
  @ParameterizedTest
  @MethodSource("episodes")
  void episode_inFlight_isGymnasiumsBitForBit(Episode episode) {
    List<Row> flight = episode.trace().rows().stream().takeWhile(row -> !touching(row)).toList();
    assertThat(flight).hasSizeGreaterThan(40);

    replay(
        episode,
        flight,
        (lander, row, step) -> {
          Situation now = step.state().now();
          assertThat(motions(now)).containsExactly(motions(row));
          assertThat(lander.observe(step.state())).containsExactly(row.floats(OBSERVATION));
          assertThat(step.reward()).isEqualTo(row.number("reward"));
          assertFlags(episode, row, step);
        });
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void episode_toItsEnd_staysWithGymnasium(Episode episode) {
    if (episode.drifts()) {
      return;
    }
    replay(
        episode,
        episode.trace().rows(),
        (lander, row, step) -> {
          Situation now = step.state().now();
          assertThat(motions(now)).containsExactly(motions(row), within(1e-3));
          assertThat(step.reward()).isCloseTo(row.number("reward"), within(1e-3));
          assertFlags(episode, row, step);
        });
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void pilot_onEachRecordedObservation_doesAsGymnasiumsHeuristic(Episode episode) {
    if (!episode.trace().policy().equals("heuristic")) {
      return;
    }
    LanderPilot pilot = new LanderPilot(episode.spec().continuous());
    List<Row> rows = episode.trace().rows();
    for (int t = 1; t < rows.size(); t++) {
      assertThat(pilot.act(rows.get(t - 1).floats(OBSERVATION)))
          .containsExactly(episode.action(rows.get(t)));
    }
  }

  private interface Check {
    void that(LunarLander lander, Row row, Step<State> step);
  }

  private static void replay(Episode episode, List<Row> rows, Check check) {
    try (LunarLander lander = new LunarLander(episode.spec())) {
      Row first = rows.get(0);
      State state = lander.reset(episode.start(), first.number("draw0"), first.number("draw1"));
      check.that(lander, first, new Step<>(state, 0, false, false));
      for (Row row : rows.subList(1, rows.size())) {
        Step<State> step =
            lander.step(
                state,
                new Moves.Move(
                    lander.thrust(episode.action(row)), row.number("draw0"), row.number("draw1")));
        check.that(lander, row, step);
        state = step.state();
      }
    }
  }

  private static void assertFlags(Episode episode, Row row, Step<State> step) {
    Situation now = step.state().now();
    assertThat(step.terminated()).isEqualTo(row.flag("terminated"));
    assertThat(now.rightContact()).isEqualTo(row.flag("leg0_contact"));
    assertThat(now.leftContact()).isEqualTo(row.flag("leg1_contact"));
    assertThat(now.crashed()).isEqualTo(row.flag("game_over"));
    assertThat(now.awake()).isEqualTo(row.flag("awake"));
    if (episode.spec().enableWind()) {
      assertThat(now.windIndex()).isEqualTo((int) row.number("wind_idx"));
      assertThat(now.torqueIndex()).isEqualTo((int) row.number("torque_idx"));
    }
  }

  private static boolean touching(Row row) {
    return row.flag("leg0_contact") || row.flag("leg1_contact") || row.flag("game_over");
  }

  private static double[] motions(Situation now) {
    return Stream.of(now.lander(), now.rightLeg(), now.leftLeg())
        .flatMapToDouble(LunarLanderTraceTest::numbers)
        .toArray();
  }

  private static DoubleStream numbers(Motion m) {
    return DoubleStream.of(m.x(), m.y(), m.angle(), m.vx(), m.vy(), m.omega());
  }

  private static double[] motions(Row row) {
    return row.floats(
        Stream.of("lander", "leg0", "leg1")
            .flatMap(
                body -> Stream.of("x", "y", "angle", "vx", "vy", "omega").map(c -> body + "_" + c))
            .toArray(String[]::new));
  }
}
