package hydrangea.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import hydrangea.models.testing.Golden;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ClippingTest {
  @Test
  void coefficient_scalesAsPyTorch() {
    var clip = Golden.json("rl_numerics.json").getAsJsonObject("clip_grad_norm");
    for (var row : Golden.objects(clip.get("cases"))) {
      double norm = row.get("total_norm").getAsDouble();
      double coefficient = Clipping.coefficient(norm, row.get("max_norm").getAsDouble());
      double[] clipped =
          Arrays.stream(flat(row.get("gradients"))).map(g -> coefficient * g).toArray();
      Golden.assertClose(clipped, flat(row.get("clipped")), 1e-12);
    }
  }

  /** A matrix and a vector, one after the other. */
  private static double[] flat(JsonElement parameters) {
    var matrix = Golden.matrix(parameters.getAsJsonArray().get(0)).data;
    var vector = Golden.numbers(parameters.getAsJsonArray().get(1));
    return DoubleStream.concat(Arrays.stream(matrix), Arrays.stream(vector)).toArray();
  }

  @Test
  void coefficient_withoutLimit_isOne() {
    assertThat(Clipping.coefficient(1e30, Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Clipping.coefficient(0, 1)).isEqualTo(1);
  }
}
