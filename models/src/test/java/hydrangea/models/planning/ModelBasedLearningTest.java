package hydrangea.models.planning;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.planning.ModelBasedLearning.Episode;
import hydrangea.models.planning.Trial.Method;
import hydrangea.models.testing.MapStore;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published comparison on the custom-sin process: 50 episodes, 5 seeds. */
final class ModelBasedLearningTest {
  private static final int SEEDS = 5;

  @Test
  void groundTruth_always_playsOne() {
    var runs = runs(Method.GROUND_TRUTH);

    assertThat(meanReward(runs)).isBetween(224., 243.);
    for (int episode = 0; episode < 50; episode++) {
      assertThat(plusOnes(runs, episode)).isGreaterThan(9.5);
    }
  }

  @Test
  void scoreMatching_fromTheThirdEpisodeOn_playsOne() {
    var runs = runs(Method.SCORE_MATCHING);

    assertThat(meanReward(runs)).isBetween(222., 241.);
    assertThat(plusOnes(runs, 0)).isBetween(3., 7.); // W = 0: both actions look the same
    assertThat(plusOnes(runs, 2)).isGreaterThan(9);
    assertThat(IntStream.range(10, 50).mapToDouble(e -> plusOnes(runs, e)).average().orElseThrow())
        .isGreaterThan(9.9);
  }

  @Test
  void lds_always_playsAtRandom() {
    var runs = runs(Method.LDS);

    assertThat(meanReward(runs)).isBetween(141., 182.);
    assertThat(IntStream.range(10, 50).mapToDouble(e -> plusOnes(runs, e)).average().orElseThrow())
        .isBetween(4., 6.);
  }

  @Test
  void mle_fewEpisodes_learnsAsWell() {
    var learning = Trial.customSin(Method.MLE, new Seeds(1));
    var episodes = episodes(learning, 8);

    assertThat(episodes.get(7).plusOnes()).isGreaterThanOrEqualTo(9);
    assertThat(learning.w().data[1]).isBetween(.4, 2.);
  }

  @Test
  void exchange_afterSomeEpisodes_goesOnAlike() {
    var first = Trial.customSin(Method.SCORE_MATCHING, new Seeds(4));
    episodes(first, 4);
    var second = Trial.customSin(Method.SCORE_MATCHING, new Seeds(4));
    MapStore.copy(first, second);

    assertThat(second.w()).isEqualTo(first.w());
    assertThat(second.episodes()).isEqualTo(4);
    assertThat(episodes(second, 4)).isEqualTo(episodes(first, 4));
  }

  @Test
  void w_beforeTheFirstEpisode_isZero() {
    assertThat(Trial.customSin(Method.SCORE_MATCHING, new Seeds(0)).w())
        .isEqualTo(new Matrix(1, 2));
    assertThat(Trial.customSin(Method.GROUND_TRUTH, new Seeds(0)).w()).isEqualTo(new Matrix(0, 0));
  }

  private static List<List<Episode>> runs(Method method) {
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> episodes(Trial.customSin(method, new Seeds(seed)), 50))
        .toList();
  }

  private static List<Episode> episodes(ModelBasedLearning learning, int count) {
    return Stream.generate(learning::play).limit(count).toList();
  }

  private static double meanReward(List<List<Episode>> runs) {
    return runs.stream().flatMap(List::stream).mapToDouble(Episode::reward).sum() / SEEDS;
  }

  private static double plusOnes(List<List<Episode>> runs, int episode) {
    return runs.stream().mapToInt(run -> run.get(episode).plusOnes()).average().orElseThrow();
  }
}
