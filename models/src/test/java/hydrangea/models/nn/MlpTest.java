package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class MlpTest {
  private static final Mlp SHAPE = new Mlp(2, List.of(3), 1, Activation.RELU);

  /** Fills weights with 1 and biases with 2. */
  private record Ones() implements Initializer.Open {
    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return Matrix.filled(outputs, inputs, 1);
    }

    @Override
    public Matrix bias(int inputs, int outputs, Seeds seeds) {
      return Matrix.filled(1, outputs, 2);
    }
  }

  @Test
  void size_ofTwoLayers_countsWeightsAndBiases() {
    assertThat(SHAPE.size()).isEqualTo(2 * 3 + 3 + 3 * 1 + 1);
    assertThat(new Mlp(5, List.of(), 2, Activation.RELU).size()).isEqualTo(12);
  }

  @Test
  void layers_inTheSlice_followOneAnother() {
    assertThat(SHAPE.layers())
        .containsExactly(new Mlp.Layer(2, 3, 0, 6), new Mlp.Layer(3, 1, 9, 12));
  }

  @Test
  void initialize_atAnOffset_fillsItsSliceAndNoMore() {
    var weights = new Weights(16);
    SHAPE.initialize(weights, 2, new Ones(), new Initializer.LecunNormal(0), new Seeds(1));
    assertThat(weights.value()).containsExactly(0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0);
    assertThat(weights.revision()).isPositive();
  }

  @Test
  void initialize_withTheSameSeeds_drawsTheSameNumbers() {
    assertThat(drawn(1)).isEqualTo(drawn(1)).isNotEqualTo(drawn(2));
  }

  private static float[] drawn(long seed) {
    var weights = new Weights(SHAPE.size());
    var initializer = new Initializer.PyTorch();
    SHAPE.initialize(weights, 0, initializer, initializer, new Seeds(seed));
    return weights.value();
  }

  @Test
  void shape_withoutUnits_isRefused() {
    assertThatThrownBy(() -> new Mlp(2, List.of(4, 0), 1, Activation.RELU))
        .hasMessage("every layer needs a width of at least 1: 2, [4, 0], 1");
  }
}
