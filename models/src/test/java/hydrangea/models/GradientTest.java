package hydrangea.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GradientTest {
  private final Gradient gradient = new Gradient(new Weights(700));

  /** Parts above, below, over and between one another, and a clear now and then. */
  @Test
  void add_inAnyOrder_equalsPlainAddition() {
    var random = new Random(3);
    var expected = new float[700];
    for (int round = 0; round < 2_000; round++) {
      if (random.nextInt(12) == 0) {
        gradient.clear();
        expected = new float[700];
      }
      if (random.nextInt(12) == 0) {
        gradient.value()[random.nextInt(700)] = expected[0];
        System.arraycopy(gradient.value(), 0, expected, 0, 700);
      }
      int start = random.nextInt(700);
      var part = new float[random.nextInt(700 - start + 1)];
      for (int i = 0; i < part.length; i++) {
        part[i] = random.nextFloat();
        expected[start + i] += part[i];
      }
      gradient.add(start, FloatBuffer.wrap(part));
      if (random.nextInt(3) == 0) {
        assertThat(gradient.value()).isEqualTo(expected);
      }
    }
  }

  @Test
  void norm_ofAnyLength_isEuclidean() {
    for (int size : new int[] {0, 1, 255, 256, 257, 700}) {
      var some = new Gradient(new Weights(size));
      double sum = 0;
      for (int i = 0; i < size; i++) {
        some.value()[i] = (float) Math.sin(i + 1.0);
        sum += Math.sin(i + 1.0) * Math.sin(i + 1.0);
      }
      assertThat(some.norm()).isCloseTo(Math.sqrt(sum), within(1e-6 * Math.sqrt(sum + 1)));
    }
  }
}
