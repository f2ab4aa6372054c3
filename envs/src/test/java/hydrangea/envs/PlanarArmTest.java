package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.PLANAR_ARM;
import static hydrangea.envs.GymnasiumSpecs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.PlanarArm.State;
import hydrangea.envs.arm.Angles;
import hydrangea.envs.arm.ArmTask;
import hydrangea.envs.arm.Point;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanarArmTest {
  private static final Point AWAY = new Point(0, -1);
  private final RandomGenerator random = new SplittableRandom(0);

  @Test
  void step_noAction_isNoMotion() {
    PlanarArm arm = new PlanarArm(PLANAR_ARM);
    State state = arm.start(AWAY, Angles.of(.1, -3));

    assertThat(arm.step(state, new double[] {0, 0}, random).state()).isEqualTo(state);
  }

  @Test
  void step_quarterTurns_areScaledAndAddedUp() {
    PlanarArm arm = new PlanarArm(with(PLANAR_ARM, "actionScale", .5));
    State state = arm.start(AWAY, Angles.of(0, 0));

    State next = arm.step(state, new double[] {1, -1}, random).state();

    assertThat(next.angles()).isEqualTo(Angles.of(Math.PI / 2, -Math.PI / 2));
    assertThat(next.effector().distance(new Point(.5, .5))).isLessThan(1e-15);
    assertThat(arm.step(next, new double[] {1, 0}, random).state().angles().get(0))
        .isEqualTo(-Math.PI);
  }

  @Test
  void step_beyondTheActionBox_isClipped() {
    PlanarArm arm = new PlanarArm(with(PLANAR_ARM, "actionScale", .5));
    State state = arm.start(AWAY, Angles.of(0, 0));

    assertThat(arm.step(state, new double[] {3, 0}, random))
        .isEqualTo(arm.step(state, new double[] {1, 0}, random));
  }

  @Test
  void step_oneShot_setsTheAngles() {
    PlanarArm arm = new PlanarArm(with(PLANAR_ARM, "oneShot", true));
    State state = arm.start(AWAY, Angles.of(2, 2));

    assertThat(arm.step(state, new double[] {.5, -.25}, random).state().angles())
        .isEqualTo(Angles.of(Math.PI / 2, -Math.PI / 4));
  }

  /** 0 + 2 * 3 = 6 turns the first joint back and the second on; 4 = 1 + 1 * 3 does nothing. */
  @ParameterizedTest
  @CsvSource({"6, -1, 1", "4, 0, 0", "0, -1, -1", "8, 1, 1", "5, 1, 0"})
  void step_discrete_turnsByTheDigits(int action, int first, int second) {
    PlanarArm arm = new PlanarArm(with(with(PLANAR_ARM, "discrete", true), "actionScale", .1));

    State next = arm.step(arm.start(AWAY, Angles.of(0, 0)), new double[] {action}, random).state();

    assertThat(arm.actionSpace()).isEqualTo(new Discrete(9));
    assertThat(next.angles()).isEqualTo(Angles.of(first * .1 * Math.PI, second * .1 * Math.PI));
  }

  @Test
  void step_withinEpsilon_terminatesWithTheBonus() {
    PlanarArm.Spec spec = with(PLANAR_ARM, "task", new ArmTask.Reach(5));
    PlanarArm arm = new PlanarArm(spec);
    double[] still = {0, 0};

    var near = arm.step(arm.start(new Point(.991, 0), Angles.of(0, 0)), still, random);
    var far = arm.step(arm.start(new Point(.989, 0), Angles.of(0, 0)), still, random);

    assertThat(near.terminated()).isTrue();
    assertThat(near.reward()).isCloseTo(5 - .009, within(1e-12));
    assertThat(far.terminated()).isFalse();
    assertThat(far.reward()).isCloseTo(-.011, within(1e-12));
  }

  @Test
  void step_normalizedReward_isDividedByTheLength() {
    PlanarArm.Spec spec = with(PLANAR_ARM, "lengths", List.of(3., 1.));
    Point target = new Point(0, 3);
    double plain = rewardAtRest(spec, target);

    assertThat(plain).isCloseTo(-5, within(1e-12));
    assertThat(rewardAtRest(with(spec, "normalizeReward", true), target))
        .isCloseTo(-5 / 4., within(1e-12));
  }

  @Test
  void reset_drawn_isUniformInRadiusAndAngle() {
    PlanarArm.Spec spec = with(with(PLANAR_ARM, "randomStart", true), "lengths", List.of(3., 1.));
    List<State> starts = Draws.of(20_000, new PlanarArm(spec)::reset);

    Draws.assertUniform(
        starts.stream().mapToDouble(start -> start.target().distance(Point.ORIGIN)), 0, 4);
    Draws.assertUniform(
        starts.stream().mapToDouble(start -> Point.ORIGIN.towards(start.target())),
        -Math.PI,
        Math.PI);
    Draws.assertUniform(
        starts.stream().mapToDouble(start -> start.angles().get(0)), -Math.PI, Math.PI);
    Draws.assertUniform(
        starts.stream().mapToDouble(start -> start.angles().get(1)), -Math.PI, Math.PI);
  }

  @Test
  void reset_givenTarget_isThatFromTheStretchedArm() {
    State start = new PlanarArm(with(PLANAR_ARM, "target", List.of(.25, -.5))).reset(random);

    assertThat(start.target()).isEqualTo(new Point(.25, -.5));
    assertThat(start.angles()).isEqualTo(Angles.of(0, 0));
    assertThat(start.effector()).isEqualTo(new Point(1, 0));
  }

  @Test
  void polar_recordedDraws_areTheRecordedTargets() {
    for (var row : Golden.rows("inverse_kinematics.json", "target_draws")) {
      Point point =
          Point.polar(
              Golden.number(row, "reach") * Golden.number(row, "u_radius"),
              2 * Math.PI * Golden.number(row, "u_angle"));
      double[] target = Golden.numbers(row, "target");
      assertThat(point.distance(new Point(target[0], target[1]))).isLessThan(1e-10);
    }
  }

  @Test
  void reset_imitation_hasAModelToFollow() {
    PlanarArm arm = new PlanarArm(with(PLANAR_ARM, "task", new ArmTask.Imitation(2, .001, 10_000)));
    State start = arm.start(new Point(-.2, .3), Angles.of(0, 0));

    assertThat(arm.chain().effector(start.model()).distance(start.target())).isLessThan(.0011);
    double[] there = {start.model().get(0) / Math.PI, start.model().get(1) / Math.PI};
    var step = arm.step(start, there, random);
    assertThat(step.reward()).isCloseTo(0, within(1e-12));
    assertThat(step.terminated()).isTrue();
  }

  @Test
  void spaces_ofAnArm_areSymmetric() {
    PlanarArm arm = new PlanarArm(with(PLANAR_ARM, "lengths", List.of(3., 1.)));

    assertThat(arm.actionSpace()).isEqualTo(Box.symmetric(1, 1));
    assertThat(arm.observationSpace().high()).hasSize(6).startsWith((double) Math.nextUp(4f));
    assertThat(arm.observationSpace().high().get(5)).isEqualTo(Math.PI);
  }

  @ParameterizedTest
  @CsvSource({
    "joints, 0, 'joints must be at least 1, but is 0'",
    "joints, 11, 'with discrete actions joints must be at most 10, but is 11: 3^joints would be too many'",
  })
  void spec_impossibleJoints_areRefused(String component, int value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(with(PLANAR_ARM, "discrete", true), component, value))
        .withMessage(message);
  }

  @Test
  void spec_listsOfTheWrongSizeOrContent_areRefused() {
    assertRefused(
        "lengths",
        List.of(1.),
        "lengths must have 2 entries, one a joint, or none for equal ones, but is [1.0]");
    assertRefused(
        "lengths", List.of(1., 0.), "every length must be positive and finite, but is 0.0");
    assertRefused(
        "target",
        List.of(1.),
        "target must have 2 entries, two coordinates, or none to draw them, but is [1.0]");
    assertRefused(
        "target",
        List.of(1., .1),
        "target must lie within the arm's reach of 1.0, but is [1.0, 0.1]");
    assertRefused("epsilon", 0., "epsilon must be positive and finite, but is 0.0");
    assertRefused("actionScale", -1., "actionScale must be positive and finite, but is -1.0");
  }

  private static void assertRefused(String component, Object value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(PLANAR_ARM, component, value))
        .withMessage(message);
  }

  private double rewardAtRest(PlanarArm.Spec spec, Point target) {
    PlanarArm arm = new PlanarArm(spec);
    return arm.step(arm.start(target, Angles.of(0, 0)), new double[] {0, 0}, random).reward();
  }
}
