package hydrangea.models.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Matrix;
import org.junit.jupiter.api.Test;

final class CostsTest {
  private final Matrix a = Matrix.of(new double[] {0, 0}, new double[] {3, 4});
  private final Matrix b =
      Matrix.of(new double[] {3, 4}, new double[] {0, 0}, new double[] {3, -4});

  @Test
  void costs_byHand_areDistancesAndTheirSquares() {
    assertThat(Costs.euclidean(a, b))
        .isEqualTo(Matrix.of(new double[] {5, 0, 5}, new double[] {0, 5, 8}));
    assertThat(Costs.squared(a, b))
        .isEqualTo(Matrix.of(new double[] {25, 0, 25}, new double[] {0, 25, 64}));
  }

  @Test
  void squared_farFromTheOrigin_keepsSmallDifferences() {
    var near = Costs.squared(Matrix.column(1e9), Matrix.column(1e9 + .5));
    assertThat(near.at(0, 0)).isEqualTo(.25);
  }

  @Test
  void costs_ofOtherDimensions_areRefused() {
    assertThatThrownBy(() -> Costs.squared(a, new Matrix(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points of 2 and 3 coordinates");
  }
}
