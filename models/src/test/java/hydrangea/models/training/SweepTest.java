package hydrangea.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SweepTest {
  private static final Map<String, Object> VALUES =
      Map.of("seed", 3L, "targetStd", 0.5, "actor", "meanFlow", "squash", true);

  private static final Sweep.Point POINT = key -> Objects.requireNonNull(VALUES.get(key));

  @Test
  void point_asksForTheTypeThatIsThere() {
    assertThat(POINT.number("seed")).isEqualTo(3);
    assertThat(POINT.number("targetStd")).isEqualTo(0.5);
    assertThat(POINT.text("actor")).isEqualTo("meanFlow");
    assertThat(POINT.text("seed")).isEqualTo("3");
    assertThat(POINT.flag("squash")).isTrue();
  }

  @Test
  void point_askedForAnotherType_saysWhatIsThere() {
    assertThatThrownBy(() -> POINT.number("actor"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("actor is no number here: meanFlow");
    assertThatThrownBy(() -> POINT.flag("seed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seed is neither true nor false here: 3");
  }

  @Test
  void sweep_ofNothing_isRefused() {
    assertThatThrownBy(() -> new Sweep.Axis("seed", List.of()))
        .hasMessage("the axis seed needs at least one value");
    assertThatThrownBy(() -> new Sweep.Grid(List.of())).hasMessage("grid needs at least one axis");
    assertThatThrownBy(() -> new Sweep.Zip(List.of())).hasMessage("zip needs at least one axis");
  }
}
