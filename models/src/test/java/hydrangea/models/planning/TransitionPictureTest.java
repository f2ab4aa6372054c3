package hydrangea.models.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Queryable;
import hydrangea.envs.StochasticCartPole;
import hydrangea.envs.StochasticCartPole.NoisePlace;
import hydrangea.envs.noise.Noise;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import hydrangea.models.planning.Trial.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransitionPictureTest {
  /** The true one with v = s + a = 1, log Z = 1.126888; the learned one with W = 0, .891266. */
  @Test
  void draw_customSin_showsTheDensitiesOfItsFamily() {
    List<Figure.Chart> charts =
        draw(Trial.CUSTOM_SIN, Trial.knowledge(Method.SCORE_MATCHING)).charts();
    assertThat(charts).hasSize(15);
    Figure.Chart origin = charts.get(7);
    assertThat(origin.title()).isEqualTo("s = 0.00");
    Matrix area = ((Layer.Band) origin.layers().get(0)).points();
    Matrix line = ((Layer.Curve) origin.layers().get(2)).points();
    for (int i = 0; i < area.rows; i += 40) {
      double x = area.at(i, 0);
      double base = -Math.pow(Math.abs(x), 1.7) / 1.7;
      assertThat(area.at(i, 1)).isZero();
      assertThat(area.at(i, 2))
          .isCloseTo(Math.exp(base + Math.sin(4 * x) - 1.126888), within(1e-6));
      assertThat(line.at(i, 1)).isCloseTo(Math.exp(base - .891266), within(1e-6));
    }
  }

  /**
   * A push from rest gives x' = .19512 and theta' = -.29268, with noise of std .01818 and .0392.
   */
  @Test
  void draw_noisyCartPole_showsHowOftenStatesFollow() {
    List<Figure.Chart> charts = draw(pole(NoisePlace.IN_NEXT_STATE)).charts();
    assertThat(charts).hasSize(4);
    assertHistogram(charts.get(1).layers().get(0), .19512, .01818);
    assertHistogram(charts.get(1).layers().get(1), -.19512, .01818);
    assertHistogram(charts.get(3).layers().get(0), -.29268, .0392);
  }

  private static void assertHistogram(Layer layer, double mean, double std) {
    Matrix steps = ((Layer.Band) layer).points();
    double mass = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < steps.rows; i += 2) {
      double width = steps.at(i + 1, 0) - steps.at(i, 0);
      double share = steps.at(i, 2) * width;
      double middle = steps.at(i, 0) + width / 2;
      mass += share;
      first += share * middle;
      second += share * middle * middle;
    }
    assertThat(mass).isCloseTo(1, within(1e-9));
    assertThat(first).isCloseTo(mean, within(5 * std / 100));
    assertThat(Math.sqrt(second - first * first)).isCloseTo(std, within(.05 * std));
  }

  @Test
  void draw_certainSteps_isASpikeWhereTheyLead() {
    Layer layer = draw(pole(NoisePlace.NOWHERE)).charts().get(1).layers().get(0);
    Matrix spike = ((Layer.Curve) layer).points();
    assertThat(spike.at(0, 0)).isCloseTo(.19512, within(1e-5)).isEqualTo(spike.at(1, 0));
  }

  private static StochasticCartPole.Spec pole(NoisePlace place) {
    return new StochasticCartPole.Spec(false, place, new Noise.NormalNoise(), .1, .4, 200);
  }

  private static Figure.Panels draw(Queryable.Spec environment) {
    return draw(environment, Knowledge.truth(environment));
  }

  private static Figure.Panels draw(Queryable.Spec environment, Knowledge knowledge) {
    var picture =
        new TransitionPicture(
            environment.queryable(),
            Knowledge.trueModel(environment),
            knowledge.model(),
            new Seeds(3));
    return (Figure.Panels) picture.draw();
  }
}
