package hydrangea.models.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.family.Beta;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.ExpRelu;
import hydrangea.models.family.Exponential;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.MogLike;
import hydrangea.models.family.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BorderTest {
  private static Optional<String> note(List<Family> families, double... v) {
    List<List<Double>> w = Arrays.stream(v).mapToObj(List::of).toList();
    var model = new Transitions(families, new Features.ConstantFeatures(1), w).model();
    return Border.note(model, new double[] {1});
  }

  @Test
  void note_densityAtTheBorder_saysWhereAndHowMuch() {
    assertThat(note(List.of(new Exponential()), -2))
        .hasValueSatisfying(
            note -> assertThat(note).contains("0.0, an end of exponential's", "jumps by 2.00"));
    assertThat(note(List.of(new Beta()), 1, 4))
        .hasValueSatisfying(
            note -> assertThat(note).contains("0.0, an end of beta's", "jumps by 30.0"));
    assertThat(note(List.of(new Beta()), 4, 1))
        .hasValueSatisfying(
            note -> assertThat(note).contains("1.0, an end of beta's", "jumps by 30.0"));
  }

  /** {@code exp(-|x|^1.7 / 1.7 + sin 4x)} from -1 to 1: p is .2 at 1, |psi'| 4 |cos 4|. */
  @Test
  void note_supportThatCutsTheDensity_isOne() {
    var cut = new CustomSin(4, 1.7, new Interval(-1, 1));
    double term = Math.exp(cut.at(1).logDensity(-1)) * 4 * Math.abs(Math.cos(4));
    assertThat(note(List.of(new Normal(1), cut), 0, 1))
        .hasValueSatisfying(
            note ->
                assertThat(note)
                    .contains(
                        "hold for coordinate 1: at -1.0, an end of customSin's",
                        "jumps by %.3g".formatted(term)));
  }

  /** At 0 {@code p = sqrt(2 / pi) / 2} of a standard normal, and the slope goes from 0 to 1. */
  @Test
  void note_kink_isWhereTheSlopeJumps() {
    assertThat(note(List.of(new ExpRelu(1)), 0, 0))
        .hasValueSatisfying(
            note -> assertThat(note).contains("at 0.0, a kink of expRelu's psi", "by 0.399"));
  }

  @Test
  void note_densityThatVanishes_isNone() {
    assertThat(note(List.of(new Normal(1)), 3)).isEmpty();
    assertThat(note(List.of(new CustomSin(4, 1.7, new Interval(-6, 6))), 1)).isEmpty();
    assertThat(note(List.of(new MogLike(2, new Interval(-10, 10))), 1.5, 1.5)).isEmpty();
    assertThat(note(List.of(new Beta()), 1.5, 4)).isEmpty(); // as the root of x
  }
}
