package hydrangea.envs;

import static hydrangea.envs.GymnasiumSpecs.CART_POLE_V1;
import static hydrangea.envs.GymnasiumSpecs.LUNAR_LANDER_V3;
import static hydrangea.envs.GymnasiumSpecs.PENDULUM_V1;
import static hydrangea.envs.GymnasiumSpecs.PLANAR_ARM;
import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.envs.arm.Angles;
import hydrangea.envs.arm.Point;
import hydrangea.envs.lander.Moves;
import hydrangea.envs.lander.Start;
import hydrangea.envs.lander.Thrust;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures, pixel by pixel where something must be; x to the right, y downwards. */
final class RendererTest {
  private static final Color ROD = new Color(204, 77, 77);

  @Test
  void pendulum_leftward_hangsToTheLeft() {
    BufferedImage image = render(new Pendulum(PENDULUM_V1), new Pendulum.State(Math.PI / 2, 0));

    assertThat(image.getWidth()).isEqualTo(500);
    assertPixel(image, 250, 250, Color.BLACK);
    assertPixel(image, 150, 250, ROD);
    assertPixel(image, 350, 250, Color.WHITE);
    assertPixel(image, 250, 150, Color.WHITE);
  }

  @Test
  void cartPole_leaning_pointsToTheRight() {
    BufferedImage image =
        render(new CartPole(CART_POLE_V1), new CartPole.State(-1.2, 0, Math.PI / 4, 0));

    assertThat(image.getHeight()).isEqualTo(400);
    assertPixel(image, 130, 300, Color.BLACK);
    assertPixel(image, 400, 280, Color.WHITE);
    // 100 pixels of pole, to the upper right of the axle.
    assertPixel(image, 150 + 71, 292 - 71, new Color(202, 152, 101));
    assertPixel(image, 150 - 71, 292 - 71, Color.WHITE);
  }

  @Test
  void planarArm_bent_showsTargetEffectorAndReach() {
    PlanarArm arm = new PlanarArm(PLANAR_ARM);
    BufferedImage image = render(arm, arm.start(new Point(0, -.55), Angles.of(0, Math.PI / 2)));

    assertPixel(image, 200, 300, new Color(214, 39, 40));
    assertPixel(image, 200 + 91, 200 - 91, new Color(44, 160, 44));
    assertPixel(image, 245, 200, new Color(245, 166, 66));
    assertPixel(image, 100, 200, new Color(230, 230, 230));
    assertPixel(image, 2, 2, Color.WHITE);
  }

  @ParameterizedTest
  @CsvSource({"0, 22, -12", "1, 22, -12", "3, -22, -12", "2, 0, 20"})
  void lunarLander_engineOn_showsItsFlame(int action, int dx, int dy) {
    try (LunarLander lander = new LunarLander(LUNAR_LANDER_V3)) {
      Start start = new Start(Collections.nCopies(12, 3.), 0, 0, 0, 0);
      LunarLander.State state = lander.reset(start, 0, 0);
      for (int t = 0; t < 30; t++) {
        state = lander.step(state, new Moves.Move(Thrust.NONE, 0, 0)).state();
      }
      state = lander.step(state, new Moves.Move(Thrust.of(action), 0, 0)).state();
      BufferedImage image = render(lander, state);

      int x = (int) Math.round(state.now().lander().x() * 30);
      int y = 400 - (int) Math.round(state.now().lander().y() * 30);
      assertPixel(image, x, y - 2, new Color(128, 102, 230));
      assertPixel(image, 500, 20, Color.BLACK);
      assertPixel(image, 300, 390, Color.WHITE);
      assertPixel(image, 244, 255, new Color(204, 204, 0));
      Color jet = new Color(image.getRGB(x + dx, y + dy));
      assertThat(jet.equals(Color.BLACK)).as("%s beside the hull", jet).isEqualTo(action == 0);
    }
  }

  @Test
  void timeLimit_around_rendersTheSame() {
    TimeLimit<Pendulum.State> limited = PENDULUM_V1.build();
    Pendulum.State state = new Pendulum.State(1, 0);

    BufferedImage inside = render(limited.environment(), state);
    BufferedImage outside = render(limited, new TimeLimit.State<>(state, 3));

    assertThat(pixels(outside)).isEqualTo(pixels(inside));
  }

  @Test
  void planarArm_halfWay_isBentHalfAsFarTheShortWay() {
    PlanarArm arm = new PlanarArm(PLANAR_ARM);
    Point target = new Point(0, -.55);
    PlanarArm.State from = arm.start(target, Angles.of(3, 0));
    PlanarArm.State to = arm.start(target, Angles.of(-3, 1));
    var renderer = arm.renderer().orElseThrow();

    assertThat(pixels(renderer.render(from, to, .5)))
        .isEqualTo(pixels(renderer.render(arm.start(target, Angles.of(Math.PI, .5)))));
    assertThat(pixels(renderer.render(from, to, 1))).isEqualTo(pixels(renderer.render(to)));
  }

  @Test
  void timeLimit_around_keepsThePaceAndTheWayBetween() {
    TimeLimit<PlanarArm.State> limited = PLANAR_ARM.build();
    PlanarArm arm = new PlanarArm(PLANAR_ARM);
    PlanarArm.State from = arm.start(new Point(0, -.55), Angles.of(0, 0));
    PlanarArm.State to = arm.start(new Point(0, -.55), Angles.of(1, 1));
    var outside = limited.renderer().orElseThrow();
    var inside = arm.renderer().orElseThrow();

    assertThat(outside.pace()).isEqualTo(inside.pace());
    assertThat(
            pixels(
                outside.render(new TimeLimit.State<>(from, 3), new TimeLimit.State<>(to, 4), .25)))
        .isEqualTo(pixels(inside.render(from, to, .25)));
  }

  @Test
  void randomWalk_withoutARenderer_hasNone() {
    assertThat(new RandomWalk().renderer()).isEmpty();
  }

  private static <S> BufferedImage render(Environment<S> environment, S state) {
    return environment.renderer().orElseThrow().render(state);
  }

  private static void assertPixel(BufferedImage image, int x, int y, Color color) {
    assertThat(new Color(image.getRGB(x, y))).as("at %d, %d", x, y).isEqualTo(color);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
