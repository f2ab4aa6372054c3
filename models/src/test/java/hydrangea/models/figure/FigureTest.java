package hydrangea.models.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.testing.MapStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FigureTest {
  private static final List<Layer> LAYERS =
      List.of(
          new Layer.Points("a", Layer.Role.SAMPLES, Matrix.of(new double[][] {{1, 2}, {3, -0.0}})),
          new Layer.Contours(
              "b",
              Layer.Role.TARGET,
              new Bounds.Window(-1, 1, -2, 2),
              Matrix.of(new double[] {1, Double.NaN}),
              List.of(0.5, 1.0)),
          new Layer.Curve("c", Matrix.of(new double[] {0, 1})),
          new Layer.Band("c", Matrix.of(new double[] {0, 1, 2})),
          new Layer.Bars(List.of("x", "y"), List.of("s"), Matrix.column(1, 2)));

  private static final List<Bounds> BOUNDS =
      List.of(
          new Bounds.Window(1, 2, 3, 4),
          new Bounds.FitLogY(),
          new Bounds.FitLogLog(),
          new Bounds.Fit());

  private static Figure.Chart chart(Bounds bounds) {
    return new Figure.Chart("title", "x", "y", bounds, LAYERS);
  }

  private static final List<Figure> FIGURES =
      List.of(
          chart(BOUNDS.get(0)),
          new Figure.Panels("all", "below", 2, BOUNDS.stream().map(FigureTest::chart).toList()),
          new Figure.Panels("none", 1, List.of()));

  /** Something with a figure that a checkpoint keeps. */
  private static final class Holder implements Saved {
    private Figure figure;

    Holder(Figure figure) {
      this.figure = figure;
    }

    @Override
    public void exchange(Store store) {
      figure = Figure.exchanged(store, "figure", figure);
    }
  }

  @Test
  void exchanged_figureOfAnyKind_comesBackOverAnyOther() {
    for (Figure figure : FIGURES) {
      for (Figure other : Stream.concat(Figure.blanks().stream(), FIGURES.stream()).toList()) {
        var holder = new Holder(other);
        MapStore.copy(new Holder(figure), holder);
        assertThat(holder.figure).isEqualTo(figure);
      }
    }
  }

  @Test
  void blank_hasOneOfEachKind_andSoHaveTheSamplesOfThisTest() {
    assertKinds(Figure.class, Figure.blanks(), FIGURES);
    assertKinds(Layer.class, Layer.blanks(), LAYERS);
    assertKinds(Bounds.class, Bounds.blanks(), BOUNDS);
  }

  private static void assertKinds(Class<?> kinds, List<?>... lists) {
    for (List<?> list : lists) {
      assertThat(list.stream().<Class<?>>map(Object::getClass).distinct())
          .containsExactlyInAnyOrder(kinds.getPermittedSubclasses());
    }
  }

  @Test
  void band_withoutTwoCurves_isRefused() {
    assertThatThrownBy(() -> new Layer.Band("a", new Matrix(4, 2)))
        .hasMessage("points must be [n, 3], x and two y, were [n, 2]");
  }

  @Test
  void kind_thatNobodyKnows_isNamed() {
    var store = MapStore.restoring("kind", "pie");
    assertThatThrownBy(() -> store.kind(LAYERS.get(0), Layer.blanks()))
        .hasMessage("there is no kind pie here");
  }
}
