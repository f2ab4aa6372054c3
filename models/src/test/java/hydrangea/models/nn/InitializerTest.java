package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
  private static final int INPUTS = 300;
  private static final int OUTPUTS = 200;
  private static final Seeds SEEDS = new Seeds(4);

  /** With the standard deviation of the weight, and the bound of a uniform law. */
  record Row(Initializer initializer, double std, double bound) {}

  static Stream<Row> rows() {
    double infinite = Double.POSITIVE_INFINITY;
    return Stream.of(
        new Row(new Initializer.PyTorch(), 1 / Math.sqrt(3 * 300.0), 1 / Math.sqrt(300.0)),
        new Row(new Initializer.LecunUniform(2), 2 / Math.sqrt(300.0), 2 * Math.sqrt(3 / 300.0)),
        new Row(new Initializer.LecunNormal(0.01), 0.01 / Math.sqrt(300.0), infinite),
        new Row(new Initializer.XavierUniform(1), Math.sqrt(2 / 500.0), Math.sqrt(6 / 500.0)),
        new Row(new Initializer.XavierNormal(3), 3 * Math.sqrt(2 / 500.0), infinite),
        new Row(new Initializer.KaimingUniform(), Math.sqrt(2 / 300.0), Math.sqrt(6 / 300.0)),
        new Row(new Initializer.KaimingNormal(), Math.sqrt(2 / 300.0), infinite),
        new Row(new Initializer.Orthogonal(2), 2 / Math.sqrt(300.0), infinite));
  }

  @Test
  void rows_ofThisTest_coverTheCatalogue() {
    var covered = rows().map(row -> row.initializer.getClass()).map(Class::getName);
    var permitted = Arrays.stream(Initializer.class.getPermittedSubclasses()).map(Class::getName);
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            permitted.filter(name -> !name.equals(Initializer.Open.class.getName())).toList());
  }

  /** 60,000 draws: the standard error of a standard deviation is .3 %. */
  @ParameterizedTest
  @MethodSource("rows")
  void weight_ofEachRule_hasItsSpread(Row row) {
    var weight = row.initializer.weight(INPUTS, OUTPUTS, SEEDS);
    assertThat(weight.rows).isEqualTo(OUTPUTS);
    assertThat(weight.columns).isEqualTo(INPUTS);
    double square = Arrays.stream(weight.data).map(w -> w * w).average().orElseThrow();
    assertThat(Math.sqrt(square)).isCloseTo(row.std, within(0.012 * row.std));
    assertThat(weight.mean()).isCloseTo(0, within(0.02 * row.std));
    double largest = Arrays.stream(weight.data).map(Math::abs).max().orElseThrow();
    if (row.bound < Double.POSITIVE_INFINITY) {
      assertThat(largest).isBetween(0.999 * row.bound, row.bound);
    } else {
      assertThat(largest).isGreaterThan(3 * row.std);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bias_ofEachRule_isZeroUnlessPyTorch(Row row) {
    var bias = row.initializer.bias(INPUTS, OUTPUTS, SEEDS);
    if (row.initializer instanceof Initializer.PyTorch) {
      double square = Arrays.stream(bias.data).map(b -> b * b).average().orElseThrow();
      assertThat(Math.sqrt(square)).isCloseTo(row.std, within(0.15 * row.std));
    } else {
      assertThat(bias).isEqualTo(new Matrix(1, OUTPUTS));
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 4", "4, 7", "5, 5", "1, 3", "64, 64"})
  void orthogonal_eitherWay_hasOrthogonalRowsOrColumns(int inputs, int outputs) {
    var weight = new Initializer.Orthogonal(3).weight(inputs, outputs, SEEDS);
    boolean wide = outputs <= inputs;
    int n = Math.min(inputs, outputs);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < Math.max(inputs, outputs); k++) {
          sum += wide ? weight.at(i, k) * weight.at(j, k) : weight.at(k, i) * weight.at(k, j);
        }
        assertThat(sum).isCloseTo(i == j ? 9 : 0, within(1e-12));
      }
    }
  }

  @Test
  void gain_thatIsNoNumber_isRefused() {
    assertThatThrownBy(() -> new Initializer.Orthogonal(Double.NaN))
        .hasMessage("gain must be finite and not negative: NaN");
  }
}
