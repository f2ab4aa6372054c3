package hydrangea.models.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.MapStore;
import org.junit.jupiter.api.Test;

final class ObservationStatisticsTest {
  private static final Matrix RAW = raw();

  /** Mean and variance of all rows at once: the first variance weighs 1e-4 of 600 rows. */
  @Test
  void normalised_afterBatchesOfAnySize_hasZeroMeanAndUnitVariance() {
    var statistics = new ObservationStatistics(2, Double.POSITIVE_INFINITY);
    statistics.update(RAW.rows(0, 1));
    statistics.update(RAW.rows(1, 100));
    statistics.update(RAW.rows(100, 600));

    Matrix normalised = statistics.normalised(RAW);

    for (int j = 0; j < 2; j++) {
      Matrix column = normalised.columns(j, j + 1);
      assertThat(column.mean()).isCloseTo(0, within(2e-5));
      assertThat(squares(column).mean()).isCloseTo(1, within(2e-4));
    }
  }

  /** By hand: two observations 1 and 3 against the first count of 1e-4 at 0. */
  @Test
  void normalised_byHand() {
    var statistics = new ObservationStatistics(1, 10);
    statistics.update(Matrix.column(1, 3));
    double count = 2 + 1e-4;
    double mean = 4 / count;
    double variance = (1e-4 + 10) / count - mean * mean;

    assertThat(statistics.normalised(Matrix.column(2.5)).data[0])
        .isCloseTo((2.5 - mean) / Math.sqrt(variance + 1e-8), within(1e-12));
    assertThat(statistics.normalised(Matrix.column(1e6, -1e6))).isEqualTo(Matrix.column(10, -10));
  }

  @Test
  void normalised_beforeAnything_isTheObservation() {
    var statistics = new ObservationStatistics(1, 10);

    assertThat(statistics.normalised(Matrix.column(2.5)).data[0]).isCloseTo(2.5, within(1e-7));
  }

  @Test
  void statistics_restored_areThoseSaved() {
    var statistics = new ObservationStatistics(2, 10);
    statistics.update(RAW);
    var restored = new ObservationStatistics(2, 10);

    MapStore.copy(statistics, restored);
    assertThat(restored.normalised(RAW)).isEqualTo(statistics.normalised(RAW));
    statistics.update(RAW.rows(0, 7));
    restored.update(RAW.rows(0, 7));
    assertThat(restored.normalised(RAW)).isEqualTo(statistics.normalised(RAW));
  }

  @Test
  void statistics_withoutALimit_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObservationStatistics(2, 0))
        .withMessage("limit must be positive (infinity for none), was 0.0");
  }

  private static Matrix raw() {
    Matrix raw = new Seeds(3).normal(600, 2);
    for (int i = 0; i < raw.data.length; i++) {
      raw.data[i] = i % 2 == 0 ? 5 + 3 * raw.data[i] : .1 * raw.data[i] - 2;
    }
    return raw;
  }

  private static Matrix squares(Matrix matrix) {
    var squares = new Matrix(matrix.rows, matrix.columns);
    for (int i = 0; i < matrix.data.length; i++) {
      squares.data[i] = matrix.data[i] * matrix.data[i];
    }
    return squares;
  }
}
