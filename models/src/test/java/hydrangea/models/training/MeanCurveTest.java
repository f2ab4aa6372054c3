package hydrangea.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.figure.Layer;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class MeanCurveTest {
  private static final Offset<Double> CLOSE = within(1e-5);

  private static Matrix curve(double... points) {
    return new Matrix(points.length / 2, 2, points);
  }

  /** With 4 degrees of freedom t is 2.776445; the std of 1 to 5 is the root of 2.5. */
  @Test
  void of_fiveCurves_isTheirMeanWithStudentsInterval() {
    List<Matrix> curves =
        DoubleStream.of(1, 2, 3, 4, 5).mapToObj(value -> curve(0, value, 3, -value)).toList();
    Matrix mean = MeanCurve.of(curves);
    double half = 2.776445 * Math.sqrt(2.5 / 5);
    assertThat(mean.row(0)).containsExactly(new double[] {0, 3, 3 - half, 3 + half}, CLOSE);
    assertThat(mean.row(1)).containsExactly(new double[] {3, -3, -3 - half, -3 + half}, CLOSE);
  }

  @Test
  void of_curvesWithOtherSteps_liesOnTheirLinesWhereAllAre() {
    Matrix mean = MeanCurve.of(List.of(curve(0, 9, 1, 1, 4, 4, 9, 9), curve(1, 3, 5, 11)));
    assertThat(mean.columns(0, 2)).isEqualTo(curve(1, 2, 4, 6.5));
  }

  @Test
  void layers_oneCurve_isThatCurveWithoutABand() {
    Matrix one = curve(0, 2, 1, 7);
    assertThat(MeanCurve.layers("a", List.of(one))).containsExactly(new Layer.Curve("a", one));
    assertThat(MeanCurve.layers("a", List.of(one, one)))
        .containsExactly(
            new Layer.Band("a", Matrix.of(new double[] {0, 2, 2}, new double[] {1, 7, 7})),
            new Layer.Curve("a", one));
  }

  @Test
  void difference_beyondTheOther_isNoNumber() {
    Matrix difference = MeanCurve.difference(curve(0, 5, 2, 9), curve(1, 3, 2, 10, 3, 0));
    assertThat(difference.rows(0, 2)).isEqualTo(curve(1, 4, 2, -1));
    assertThat(difference.at(2, 1)).isNaN();
  }
}
