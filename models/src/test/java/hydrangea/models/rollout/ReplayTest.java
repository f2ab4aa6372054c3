package hydrangea.models.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.MapStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayTest {
  private static final Seeds SEEDS = new Seeds(41);

  /** Transitions that can be told apart: every number of transition k hangs on k. */
  private static Transitions transitions(int from, int to) {
    int n = to - from;
    var reward = new Matrix(n, 1);
    var observation = new Matrix(n, 2);
    var action = new Matrix(n, 1);
    var next = new Matrix(n, 2);
    var terminated = new Matrix(n, 1);
    for (int i = 0; i < n; i++) {
      int k = from + i;
      reward.data[i] = k;
      observation.data[2 * i] = k + 0.25;
      observation.data[2 * i + 1] = -k;
      action.data[i] = k + 0.5;
      next.data[2 * i] = k + 0.75;
      next.data[2 * i + 1] = 2 * k;
      terminated.data[i] = k % 2;
    }
    return new Transitions(observation, action, reward, next, terminated, List.of());
  }

  private static Replay replay(int capacity, int count) {
    var replay = new Replay(capacity, 2, 1);
    fill(replay, 0, count);
    return replay;
  }

  /** By threes, and one by one at the end. */
  private static void fill(Replay replay, int from, int to) {
    int at = from;
    for (; at + 3 <= to; at += 3) {
      replay.add(transitions(at, at + 3), 1);
    }
    for (; at < to; at++) {
      replay.add(transitions(at, at + 1), 1);
    }
  }

  /** Which transitions there are, by many draws. */
  private static int[] held(Replay replay) {
    Batch batch = replay.sample(100 * replay.size(), SEEDS.at("held"));
    return Arrays.stream(batch.reward().data).mapToInt(r -> (int) r).distinct().sorted().toArray();
  }

  @ParameterizedTest
  @CsvSource({"7, 3", "7, 7", "7, 8", "7, 20", "5000, 1024", "5000, 1030", "3000, 3500"})
  void add_anyNumber_keepsTheLastOnes(int capacity, int count) {
    Replay replay = replay(capacity, count);
    int size = Math.min(capacity, count);
    assertThat(replay.size()).isEqualTo(size);
    int[] newest = IntStream.range(count - size, count).toArray();
    assertThat(held(replay)).isEqualTo(newest);
  }

  @Test
  void sample_ofAWrappedRing_keepsTheNumbersOfATransitionTogether() {
    Batch batch = replay(7, 20).sample(50, SEEDS);
    for (int i = 0; i < 50; i++) {
      int k = (int) batch.reward().data[i];
      Transitions expected = transitions(k, k + 1);
      assertThat(batch.obs().rows(i, i + 1)).isEqualTo(expected.observation());
      assertThat(batch.action().rows(i, i + 1)).isEqualTo(expected.action());
      assertThat(batch.nextObs().rows(i, i + 1)).isEqualTo(expected.nextObservation());
      assertThat(batch.terminated().rows(i, i + 1)).isEqualTo(expected.terminated());
    }
  }

  @Test
  void add_withARewardScale_scalesRewardsAlone() {
    var replay = new Replay(4, 2, 1);
    replay.add(transitions(3, 4), 0.5);
    Batch batch = replay.sample(1, SEEDS);
    assertThat(batch.reward()).isEqualTo(Matrix.column(1.5));
    assertThat(batch.obs()).isEqualTo(transitions(3, 4).observation());
  }

  @Test
  void sample_sameSeeds_sameRows() {
    Replay replay = replay(50, 70);
    assertThat(replay.sample(9, SEEDS)).isEqualTo(replay.sample(9, SEEDS));
    assertThat(replay.sample(9, SEEDS)).isNotEqualTo(replay.sample(9, SEEDS.at(1)));
  }

  /** Chi-square of 20 cells has 19 degrees of freedom: 43.8 is its 99.9 % quantile. */
  @ParameterizedTest
  @CsvSource({"20, 20", "20, 33", "40, 20"})
  void sample_manyTimes_isUniform(int capacity, int count) {
    Replay replay = replay(capacity, count);
    var seen = new int[20];
    int draws = 20_000;
    for (double reward : replay.sample(draws, SEEDS.at("uniform")).reward().data) {
      seen[(int) reward % 20]++;
    }
    double expected = draws / 20.0;
    double chiSquare =
        Arrays.stream(seen).mapToDouble(n -> Math.pow(n - expected, 2)).sum() / expected;
    assertThat(chiSquare).isBetween(3.0, 43.8);
  }

  @ParameterizedTest
  @CsvSource({"7, 0", "7, 4", "7, 7", "7, 12", "3000, 1500"})
  void replay_restored_goesOnAsIfItHadNotStopped(int capacity, int count) {
    Replay one = replay(capacity, count);
    var other = new Replay(capacity, 2, 1);
    MapStore.copy(one, other);
    for (int from = count; from < count + 12; from += 4) {
      fill(one, from, from + 4);
      fill(other, from, from + 4);
      assertThat(other.sample(30, SEEDS)).isEqualTo(one.sample(30, SEEDS));
    }
    assertThat(held(other)).isEqualTo(held(one));
  }

  @Test
  void replay_saved_isAsItWas() {
    Replay replay = replay(7, 12);
    Batch before = replay.sample(30, SEEDS);
    MapStore.saved(replay);
    assertThat(replay.sample(30, SEEDS)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"4", "7", "30"})
  void replay_restoredIntoAnotherCapacity_keepsTheNewestAndGoesOn(int capacity) {
    var other = new Replay(capacity, 2, 1);
    MapStore.copy(replay(7, 12), other);
    assertThat(held(other)).isEqualTo(IntStream.range(12 - Math.min(capacity, 7), 12).toArray());
    fill(other, 12, 15);
    int size = Math.min(capacity, 10);
    assertThat(held(other))
        .isEqualTo(IntStream.range(15 - Math.min(size, capacity == 7 ? 7 : size), 15).toArray());
  }

  @Test
  void replay_thatNoArrayHolds_isRefusedWithWhatDoes() {
    assertThatThrownBy(() -> new Replay(1_000_000, 2_000, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a replay of 1,000,000 transitions of 4,012 numbers does not fit an array:"
                + " 535,265 do");
  }
}
