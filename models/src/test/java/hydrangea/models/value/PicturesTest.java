package hydrangea.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Weights;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pictures of what two actions' returns are: of normal distributions whose numbers are known. */
final class PicturesTest {
  private static final int BEST = 0xff1f77b4;
  private static final int OTHER = 0xffaec7e8;

  /** Two components an action: N(mean, std^2) with all the weight, and one that is nowhere. */
  private static Matrix heads(double... meansAndStds) {
    var heads = new Matrix(meansAndStds.length / 4, 12);
    for (int k = 0; k < meansAndStds.length / 2; k++) {
      double logVariance = 2 * Math.log(meansAndStds[2 * k + 1]);
      double[] head = {meansAndStds[2 * k], 1e6, logVariance, 0, 0, -1e3};
      System.arraycopy(head, 0, heads.data, 6 * k, 6);
    }
    return heads;
  }

  private static final Matrix TWO_STEPS = heads(1, 0.5, 4, 1, 3, 0.5, -2, 2);

  @Test
  void range_ofAState_holdsTwoAndAHalfDeviationsOfWhatHasWeight() {
    var densities = new Densities(new Given(), TWO_STEPS);
    assertThat(densities.range(0).from()).isCloseTo(1 - 2.5 * 0.5, within(1e-12));
    assertThat(densities.range(0).to()).isCloseTo(4 + 2.5, within(1e-12));
    assertThat(densities.range(1).from()).isCloseTo(-2 - 2.5 * 2, within(1e-12));
  }

  /** Nine parts in ten are narrow; the rest is wide, and less than a thirtieth as high. */
  @Test
  void range_aLowTail_isLeftOut() {
    Matrix heads = heads(1, 0.5, 4, 1);
    for (int action = 0; action < 2; action++) {
      heads.data[6 * action + 1] = 0;
      heads.data[6 * action + 3] = 2 * Math.log(4);
      heads.data[6 * action + 5] = -Math.log(9);
    }
    assertThat(new Densities(new Given(), heads).range(0))
        .isEqualTo(new Densities(new Given(), heads(1, 0.5, 4, 1)).range(0));
  }

  @Test
  void shape_ofOneComponent_isItsBell() {
    var densities = new Densities(new Given(), TWO_STEPS);
    double[] shape = densities.shape(1, 1, new Densities.Range(-4, 0), 5);
    double aside = Math.exp(-0.5 * 0.25);
    double far = Math.exp(-0.5);
    assertThat(shape).containsExactly(new double[] {far, aside, 1, aside, far}, within(1e-12));
  }

  @Test
  void along_twoActions_isAChartForEachWithItsValueAndWhatCame() {
    var figure = (Figure.Panels) new Given().along(TWO_STEPS, Matrix.column(7, 5));
    assertThat(figure.charts()).hasSize(2);
    Figure.Chart second = figure.charts().get(1);
    assertThat(second.layers().get(1))
        .isEqualTo(new Layer.Curve("value", Matrix.of(new double[][] {{0, 4}, {1, -2}})));
    assertThat(second.layers().get(2))
        .isEqualTo(new Layer.Curve("what came", Matrix.of(new double[][] {{0, 7}, {1, 5}})));
    var contours = (Layer.Contours) second.layers().get(0);
    assertThat(contours.window().yFrom()).isEqualTo(-7);
    assertThat(contours.window().yTo()).isEqualTo(7);
    for (int step = 0; step < 2; step++) {
      double[] column = contours.values().columns(step, step + 1).data;
      int peak = 0;
      for (int k = 0; k < column.length; k++) {
        peak = column[k] > column[peak] ? k : peak;
      }
      assertThat(column[peak]).isEqualTo(1);
      double at = -7 + 14.0 * peak / (column.length - 1);
      assertThat(at).isCloseTo(step == 0 ? 4 : -2, within(0.07));
    }
  }

  @Test
  void renderer_ofEachStep_hasTheBestActionDarkInItsRow() {
    var renderer = new Given().beside(TWO_STEPS).orElseThrow();
    BufferedImage first = renderer.render(0);
    int half = first.getHeight() / 2;
    assertThat(colours(first, 0, half)).contains(OTHER).doesNotContain(BEST);
    assertThat(colours(first, half, half)).contains(BEST).doesNotContain(OTHER);
    BufferedImage second = renderer.render(1);
    assertThat(colours(second, 0, half)).contains(BEST).doesNotContain(OTHER);
    assertThat(colours(second, half, half)).contains(OTHER).doesNotContain(BEST);
  }

  private static Set<Integer> colours(BufferedImage image, int top, int height) {
    var colours = new HashSet<Integer>();
    for (int y = top; y < top + height; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }

  /** Mixtures whose heads are given: nothing else is asked of it. */
  private record Given() implements ReturnMixtures {
    @Override
    public int components() {
      return 2;
    }

    @Override
    public int actions() {
      return 2;
    }

    @Override
    public Matrix values(Matrix heads) {
      var each = new ScalarMixtures(new Matrix(heads.rows * 2, 6, heads.data));
      return new Matrix(heads.rows, 2, each.mean().data);
    }

    @Override
    public Weights weights() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Matrix heads(Matrix obs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Pass forward(Matrix obs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Given over(Weights other) {
      throw new UnsupportedOperationException();
    }
  }
}
