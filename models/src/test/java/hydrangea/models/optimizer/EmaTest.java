package hydrangea.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Weights;
import hydrangea.models.testing.Golden;
import org.junit.jupiter.api.Test;

final class EmaTest {
  private static Weights weights(double... values) {
    var weights = new Weights(values.length);
    for (int i = 0; i < values.length; i++) {
      weights.edit()[i] = (float) values[i];
    }
    return weights;
  }

  @Test
  void update_withOneMinusTau_isPolyaks() {
    var golden = Golden.json("rl_numerics.json").getAsJsonObject("polyak");
    var ema = new Ema(1 - golden.get("tau").getAsDouble());
    var target = weights(Golden.numbers(golden.get("target")));
    var online = weights(Golden.numbers(golden.get("online")));
    for (var row : golden.getAsJsonArray("after_each_of_5_updates")) {
      ema.update(target, online);
      double[] expected = Golden.numbers(row);
      for (int i = 0; i < expected.length; i++) {
        // Floats below 1 are 6e-8 apart, and each of the five updates rounds.
        assertThat((double) target.value()[i]).isCloseTo(expected[i], within(2e-7));
      }
    }
  }

  @Test
  void update_byHand_keepsTheDecaysShare() {
    var average = weights(1, -2);
    new Ema(.75).update(average, weights(5, 2));
    assertThat(average.value()).containsExactly(2, -1);
  }

  @Test
  void update_withoutDecay_copiesExactly() {
    var average = weights(.1, -1e10, 3);
    var latest = weights(1 / 3., 1e-10, -7);
    new Ema(0).update(average, latest);
    assertThat(average.value()).containsExactly(latest.value());
  }

  @Test
  void update_ofEqualWeights_changesNothing() {
    var latest = weights(.1, 1 / 3., -1e10, 1e-10);
    var average = weights(.1, 1 / 3., -1e10, 1e-10);
    new Ema(.999).update(average, latest);
    assertThat(average.value()).containsExactly(latest.value());
  }

  @Test
  void update_ofYoungAverage_forgetsItsStart() {
    var average = weights(1);
    var latest = weights(0);
    var ema = new Ema(.5);
    ema.update(average, latest, 0); // decay 1 / 10
    assertThat((double) average.value()[0]).isCloseTo(.1, within(1e-8));
    ema.update(average, latest, 1); // 2 / 11
    assertThat((double) average.value()[0]).isCloseTo(.2 / 11, within(3e-9));
    ema.update(average, latest, 1_000); // 1001 / 1010 is more than 1 / 2
    assertThat((double) average.value()[0]).isCloseTo(.1 / 11, within(3e-9));
  }

  @Test
  void update_tellsTheNetworksOfTheAverage() {
    var average = weights(1);
    int revision = average.revision();
    new Ema(.5).update(average, weights(0));
    assertThat(average.revision()).isGreaterThan(revision);
  }

  @Test
  void update_ofOtherSize_isRefused() {
    assertThatThrownBy(() -> new Ema(.5).update(new Weights(2), new Weights(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an average of 2 weights was given 3");
  }
}
