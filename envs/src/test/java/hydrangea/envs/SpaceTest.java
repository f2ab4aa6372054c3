package hydrangea.envs;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpaceTest {
  private final Box box = new Box(List.of(-1.0, 0.0), List.of(1.0, POSITIVE_INFINITY));
  private final Discrete three = new Discrete(3);

  @ParameterizedTest
  @CsvSource({
    "0, 5, true",
    "-1, 0, true",
    "1, Infinity, true",
    "1.0000001, 0, false",
    "0, -1e-300, false",
    "NaN, 1, false",
    "0, NaN, false",
  })
  void box_pointWithinBounds_isContained(double x, double y, boolean contained) {
    assertThat(box.contains(new double[] {x, y})).isEqualTo(contained);
  }

  @Test
  void box_pointOfAnotherSize_isNotContained() {
    assertThat(box.contains(new double[] {0})).isFalse();
    assertThat(box.contains(new double[] {0, 0, 0})).isFalse();
  }

  @Test
  void box_clip_isTheNearestPoint() {
    assertThat(box.clip(new double[] {-3, -3})).containsExactly(-1, 0);
    assertThat(box.clip(new double[] {POSITIVE_INFINITY, 7})).containsExactly(1, 7);
  }

  @Test
  void box_clip_leavesItsArgumentAlone() {
    double[] point = {5, -5};

    box.clip(point);

    assertThat(point).containsExactly(5, -5);
  }

  @Test
  void box_sampleBetweenBounds_isUniform() {
    Box bounded = new Box(List.of(-3.0), List.of(5.0));

    Draws.assertUniform(
        Draws.of(20_000, bounded::sample).stream().mapToDouble(point -> point[0]), -3, 5);
  }

  /** Moments of the standard exponential (mean 1, variance 1) and of the normal. */
  @ParameterizedTest
  @CsvSource({"2, Infinity, 3", "-Infinity, 2, 1", "-Infinity, Infinity, 0"})
  void box_sampleWithoutABound_hasGymnasiumsMoments(double low, double high, double mean) {
    Box unbounded = new Box(List.of(low), List.of(high));
    double[] draws =
        Draws.of(20_000, unbounded::sample).stream().mapToDouble(point -> point[0]).toArray();
    double average = DoubleStream.of(draws).average().orElseThrow();
    double variance =
        DoubleStream.of(draws).map(x -> Math.pow(x - mean, 2)).average().orElseThrow();

    assertThat(DoubleStream.of(draws)).allMatch(x -> low <= x && x <= high);
    assertThat(average).isCloseTo(mean, within(4 / Math.sqrt(20_000)));
    assertThat(variance).isCloseTo(1, within(4 * Math.sqrt(8) / Math.sqrt(20_000)));
  }

  @Test
  void box_sampleBetweenEqualBounds_isThem() {
    assertThat(Draws.of(3, new Box(List.of(.1), List.of(.1))::sample))
        .allSatisfy(point -> assertThat(point).containsExactly(.1));
  }

  @Test
  void box_builtFromALiveList_keepsItsOwnCopy() {
    List<Double> high = new ArrayList<>(List.of(1.0));
    Box copied = new Box(List.of(0.0), high);

    high.set(0, 9.0);

    assertThat(copied).isEqualTo(new Box(List.of(0.0), List.of(1.0)));
  }

  @Test
  void box_symmetric_boundsBothSides() {
    assertThat(Box.symmetric(1, POSITIVE_INFINITY))
        .isEqualTo(new Box(List.of(-1.0, NEGATIVE_INFINITY), List.of(1.0, POSITIVE_INFINITY)));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "NaN, 0", "0, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void box_boundsOutOfOrder_areRefused(double low, double high) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(List.of(0.0, low), List.of(1.0, high)))
        .withMessage(
            "bound 1 of a box must satisfy low <= high, but low is %s and high is %s", low, high);
  }

  @Test
  void box_unequalOrNoBounds_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(List.of(0.0), List.of(1.0, 2.0)))
        .withMessage(
            "a box needs as many low as high bounds, and at least one: low [0.0], high [1.0, 2.0]");
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "2, true",
    "-0.0, true",
    "3, false",
    "-1, false",
    "1.5, false",
    "NaN, false",
  })
  void discrete_index_isContained(double index, boolean contained) {
    assertThat(three.contains(new double[] {index})).isEqualTo(contained);
  }

  @Test
  void discrete_index_isTheWholeNumber() {
    assertThat(three.index(new double[] {2})).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> three.index(new double[] {1, 2}))
        .withMessage(
            "[1.0, 2.0] is no point of Discrete[n=3]: expected one whole number from 0 to 2");
  }

  /** Chi-square with two degrees of freedom: 18.4 is one in 10,000. */
  @Test
  void discrete_sample_isUniform() {
    var counts =
        Draws.of(30_000, three::sample).stream()
            .collect(Collectors.groupingBy(three::index, Collectors.summingInt(point -> 1)));

    assertThat(counts).containsOnlyKeys(0, 1, 2);
    assertThat(counts.values().stream().mapToDouble(n -> Math.pow(n - 10_000, 2) / 10_000).sum())
        .isLessThan(18.4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -4})
  void discrete_withoutIndices_isRefused(int n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Discrete(n))
        .withMessage("n must be at least 1, but is %d", n);
  }

  @Test
  void box_clipOfNaN_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> box.clip(new double[] {0, NaN}))
        .withMessageEndingWith("entry 1 is NaN");
  }
}
