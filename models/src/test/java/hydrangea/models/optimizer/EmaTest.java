package hydrangea.models.optimizer;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import hydrangea.models.Weights;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class EmaTest {
  private static Weights weights(double... values) {
    var weights = new Weights(values.length);
    set(weights, values);
    return weights;
  }

  private static void set(Weights weights, double... values) {
    for (int i = 0; i < values.length; i++) {
      weights.edit()[i] = (float) values[i];
    }
  }

  @Test
  void update_goldenPolyak_agreesToFloat() {
    var golden = Golden.json("rl_numerics.json").getAsJsonObject("polyak");
    var online = weights(numbers(golden.get("target")));
    var target = new Weights(online.size());
    var polyak = new Ema(online, target, 1 - golden.get("tau").getAsDouble(), 1);
    set(online, numbers(golden.get("online")));
    var rows =
        StreamSupport.stream(golden.getAsJsonArray("after_each_of_5_updates").spliterator(), false);
    for (JsonElement expected : rows.toList()) {
      polyak.update();
      for (int i = 0; i < 4; i++) {
        assertClose(target.value()[i], numbers(expected)[i], 1e-7);
      }
    }
  }

  @Test
  void update_warmUp_byHand() {
    var online = weights(0);
    var average = weights(9);
    var ema = new Ema(online, average, 0.25, 10);
    assertThat(average.value()).containsExactly(0);
    set(online, 1);
    ema.update(); // decay 2/11
    assertClose(average.value()[0], 9 / 11.0, 1e-7);
    ema.update(); // decay 3/12
    assertClose(average.value()[0], 9 / 11.0 + 0.75 * 2 / 11, 1e-7);
    ema.update(); // decay 4/13 is more than 0.25
    assertClose(average.value()[0], 1 - 2 / 11.0 / 16, 1e-7);
  }

  @Test
  void update_slowDecay_arrivesWhereFloatWouldStall() {
    var online = weights(1);
    var average = new Weights(1);
    var ema = new Ema(online, average, 0.9999, 1);
    set(online, 1.0001);
    for (int i = 0; i < 200_000; i++) {
      ema.update();
    }
    assertClose(average.value()[0], 1.0001f, 1e-7);
  }

  @Test
  void update_average_isANewRevisionForThoseWhoReadIt() {
    var average = new Weights(1);
    var ema = new Ema(weights(1), average, 0.5, 1);
    int before = average.revision();
    ema.update();
    assertThat(average.revision()).isGreaterThan(before);
  }

  @Test
  void exchange_midway_continuesAsIfNothingHappened() {
    var online = weights(1, 2);
    var average = new Weights(2);
    var ema = new Ema(online, average, 0.9, 10);
    set(online, 5, -3);
    ema.update();
    var restored = new Weights(2);
    var resumed = new Ema(online, restored, 0.9, 10);
    MapStore.copy(ema, resumed);
    assertThat(restored.value()).isEqualTo(average.value());
    ema.update();
    resumed.update();
    assertThat(restored.value()).isEqualTo(average.value());
  }

  @Test
  void parameters_outOfRange_areRefusedWithTheValue() {
    assertThatThrownBy(() -> new Ema(weights(1), weights(1), 1, 1))
        .hasMessage("decay must be at least 0 and below 1, was 1.0");
    assertThatThrownBy(() -> new Ema(weights(1), weights(1), 0.9, 0))
        .hasMessage("warmUp must be 1 or more and finite, was 0.0");
    assertThatThrownBy(() -> new Ema(weights(1), weights(1, 2), 0.9, 1))
        .hasMessage("2 weights cannot average 1");
  }
}
