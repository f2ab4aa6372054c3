package hydrangea.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.rollout.Transitions.Ended;
import hydrangea.models.testing.MapStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of episodes with the returns 1, 2, 3 and so on, the mean of the last n is k - (n - 1) / 2. */
final class EpisodesTest {
  private static Episodes ended(int count, int window) {
    var episodes = new Episodes(window);
    add(episodes, 1, count);
    return episodes;
  }

  private static void add(Episodes episodes, int from, int to) {
    for (int k = from; k <= to; k++) {
      episodes.add(new Ended(0, k, 7, false, Map.of()));
    }
  }

  private static Map<String, Double> results(double count, double last, double best) {
    return Map.of("episodes", count, "return_mean_100", last, "best_return_mean_100", best);
  }

  @Test
  void results_ofFewerThanAHundred_areTheMeanOfAll() {
    assertThat(ended(4, 1).results()).isEqualTo(results(4, 2.5, 2.5));
    assertThat(new Episodes(1).results()).isEqualTo(Map.of("episodes", 0.0));
  }

  @Test
  void results_ofMore_areTheLastHundredAndTheBestOfFullHundreds() {
    Episodes episodes = ended(150, 3);
    assertThat(episodes.results()).isEqualTo(results(150, 100.5, 100.5));
    add(episodes, -50, -1);
    assertThat(episodes.results()).isEqualTo(results(200, (125.5 - 25.5) / 2, 100.5));
  }

  /** A hundred that begins with a great one is not the best if the hundred is not full. */
  @Test
  void results_ofAGreatStart_countItInAFullHundredAlone() {
    var episodes = new Episodes(1);
    episodes.add(new Ended(0, 1000, 7, false, Map.of()));
    for (int k = 1; k < 100; k++) {
      episodes.add(new Ended(0, 0, 7, false, Map.of()));
    }
    assertThat(episodes.results()).isEqualTo(results(100, 10, 10));
  }

  @Test
  void mean_ofTheWindow_isNoneWhileItIsNotFull() {
    assertThat(ended(4, 5).mean()).isNaN();
    assertThat(ended(5, 5).mean()).isEqualTo(3);
    assertThat(ended(170, 150).mean()).isEqualTo(170 - 149 / 2.0);
  }

  @Test
  void take_ofAHundred_tellsTheirMeanToo() {
    assertThat(ended(99, 1).take()).doesNotContainKey("charts/return_mean_100");
    Episodes episodes = ended(101, 1);
    assertThat(episodes.take())
        .isEqualTo(
            Map.of(
                "charts/episodic_return", 51.0,
                "charts/episodic_length", 7.0,
                "charts/return_mean_100", 51.5));
    assertThat(episodes.take()).isEmpty();
  }

  @Test
  void exchange_intoFreshOnes_goesOnAsTheyWould() {
    Episodes episodes = ended(130, 9);
    var other = new Episodes(9);
    MapStore.copy(episodes, other);
    add(episodes, -9, 0);
    add(other, -9, 0);
    assertThat(other.results()).isEqualTo(episodes.results());
    assertThat(other.take()).isEqualTo(episodes.take());
    assertThat(other.mean()).isEqualTo(episodes.mean());
  }
}
