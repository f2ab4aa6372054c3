package hydrangea.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Matrix;
import org.junit.jupiter.api.Test;

final class ChoiceTest {
  private static final Matrix HEADS =
      Matrix.of(new double[][] {{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}});

  @Test
  void best_ofEqualValues_isTheFirst() {
    Matrix values = Matrix.of(new double[][] {{1, 3, 2}, {2, 1, 2}, {-1, -1, 0}});
    assertThat(Choice.best(values).indices()).isEqualTo(Matrix.column(1, 0, 2));
  }

  @Test
  void pick_andItsWayBack_byHand() {
    Choice choice = Choice.of(Matrix.column(2, 0), 3);
    assertThat(choice.pick(HEADS)).isEqualTo(Matrix.of(new double[][] {{5, 6}, {7, 8}}));
    assertThat(choice.spread(Matrix.of(new double[][] {{-1, -2}, {-3, -4}})))
        .isEqualTo(Matrix.of(new double[][] {{0, 0, 0, 0, -1, -2}, {-3, -4, 0, 0, 0, 0}}));
  }

  @Test
  void of_noAction_isRefusedWithItsValue() {
    for (double wrong : new double[] {3, -1, 0.5, Double.NaN}) {
      assertThatThrownBy(() -> Choice.of(Matrix.column(0, wrong), 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(wrong + " is none of the actions 0 to 2");
    }
  }
}
