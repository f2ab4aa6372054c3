package hydrangea.envs.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.envs.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChainTest {
  static List<JsonObject> recorded() {
    return Golden.rows("inverse_kinematics.json", "forward");
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void ends_ofRecordedAngles_areTheRecorded(JsonObject row) {
    Chain chain = new Chain(Golden.list(row, "lengths"), Golden.flag(row, "relative"));
    Angles angles = Angles.of(Golden.numbers(row, "angles"));
    List<Point> ends = chain.ends(angles);

    assertThat(ends).hasSize(row.get("n").getAsInt());
    for (int i = 0; i < ends.size(); i++) {
      var end = row.getAsJsonArray("joints").get(i).getAsJsonArray();
      assertThat(ends.get(i).x()).isCloseTo(end.get(0).getAsDouble(), within(1e-10));
      assertThat(ends.get(i).y()).isCloseTo(end.get(1).getAsDouble(), within(1e-10));
    }
    assertThat(chain.effector(angles)).isEqualTo(ends.get(ends.size() - 1));
  }

  @Test
  void reach_ofAChain_isItsStretchedLength() {
    Chain chain = new Chain(List.of(1., .5, .25), true);

    assertThat(chain.reach()).isEqualTo(1.75);
    assertThat(chain.effector(Angles.of(0, 0, 0))).isEqualTo(new Point(1.75, 0));
  }

  @Test
  void relativeAngles_ofAbsoluteOnes_putTheEffectorThere() {
    Chain absolute = new Chain(List.of(1., .5, .25), false);
    Angles angles = Angles.of(2, -1, 3);
    Point there = absolute.withRelativeAngles().effector(absolute.toRelative(angles));

    assertThat(there.distance(absolute.effector(angles))).isLessThan(1e-14);
  }
}
