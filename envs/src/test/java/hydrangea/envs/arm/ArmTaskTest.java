package hydrangea.envs.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.envs.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ArmTaskTest {
  private final ArmTask.Imitation imitation = new ArmTask.Imitation(2, .1, 10_000);

  static List<JsonObject> recorded() {
    return Golden.rows("inverse_kinematics.json", "imitation");
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void imitation_recordedPoses_isTheRecordedReward(JsonObject row) {
    Angles angles = Angles.of(Golden.numbers(row, "angles"));
    Angles model = Angles.of(Golden.numbers(row, "ccd_angles"));

    assertThat(imitation.reward(1, false, angles, model))
        .isCloseTo(Golden.number(row, "reward"), within(1e-10));
  }

  @Test
  void imitation_otherOrder_isThatPower() {
    assertThat(new ArmTask.Imitation(1, .1, 1).reward(1, true, Angles.of(1, -3), Angles.of(1.5, 3)))
        .isCloseTo(-(.5 + 2 * Math.PI - 6) / 2, within(1e-12));
  }

  /** Unit links: at (2, 0) the stretched arm is right already, for the origin it must fold. */
  @Test
  void imitation_model_isTheSolversPose() {
    Chain chain = new Chain(List.of(1., 1.), true);
    Angles stretched = Angles.of(0, 0);

    assertThat(imitation.model(chain, stretched, new Point(2, 0))).isEqualTo(stretched);
    Angles folded = imitation.model(chain, stretched, new Point(0, 0));
    assertThat(imitation.reward(2, false, stretched, folded))
        .isCloseTo(-Math.PI * Math.PI / 2, within(1e-12));
  }

  @Test
  void reach_reward_isTheDistanceAndTheBonusOnce() {
    ArmTask reach = new ArmTask.Reach(10);

    assertThat(reach.reward(.25, false, Angles.NONE, Angles.NONE)).isEqualTo(-.25);
    assertThat(reach.reward(.25, true, Angles.NONE, Angles.NONE)).isEqualTo(9.75);
  }

  @ParameterizedTest
  @CsvSource({"0, .1, 1", "2, 0, 1", "2, .1, 0", "NaN, .1, 1"})
  void imitation_impossibleNumbers_areRefused(double order, double tolerance, int maxSweeps) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArmTask.Imitation(order, tolerance, maxSweeps))
        .withMessage(
            "order and tolerance must be positive and maxSweeps at least 1, but they are %s, %s and %s",
            order, tolerance, maxSweeps);
  }

  @Test
  void reach_infiniteBonus_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArmTask.Reach(Double.NaN))
        .withMessage("bonus must be finite, but is NaN");
  }
}
