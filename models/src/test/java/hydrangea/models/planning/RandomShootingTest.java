package hydrangea.models.planning;

import static hydrangea.models.planning.RandomShooting.Sequences.ALL_ONES;
import static hydrangea.models.planning.RandomShooting.Sequences.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hydrangea.envs.AddStateAction;
import hydrangea.envs.Queryable;
import hydrangea.envs.StochasticCartPole;
import hydrangea.envs.StochasticCartPole.NoisePlace;
import hydrangea.envs.noise.Noise;
import hydrangea.models.Seeds;
import hydrangea.models.planning.RandomShooting.Sequences;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RandomShootingTest {
  private static final Queryable<?> LINE = new AddStateAction.Spec(.1, 10, 15).queryable();

  @ParameterizedTest
  @EnumSource
  void choose_nearTheEnd_turnsBack(Sequences sequences) {
    assertThat(choose(LINE, sequences, 4, new double[] {9.5})).isEqualTo(-1);
    assertThat(choose(LINE, sequences, 4, new double[] {-9.5})).isEqualTo(1);
  }

  /** Two steps from the end, what the third one earns decides. */
  @Test
  void choose_shortLookahead_doesNotSeeTheEnd() {
    assertThat(choose(LINE, ALL_ONES, 3, new double[] {-7.5})).isEqualTo(1);
    assertThat(choose(LINE, ALL_ONES, 2, new double[] {-7.5})).isEqualTo(-1); // a tie
  }

  @Test
  void choose_continuousActions_areDrawnFromAll() {
    var cartPole =
        new StochasticCartPole.Spec(true, NoisePlace.NOWHERE, new Noise.NormalNoise(), .1, .4, 200)
            .queryable();

    double push = choose(cartPole, RANDOM, 20, new double[] {0, 0, .15, .5});
    assertThat(push).isBetween(.3, 1.);
    assertThat(push).isNotEqualTo(1);
  }

  /** A trial that is over earns nothing more, wherever its model goes. */
  @Test
  void choose_pastTheEnd_countsNoMore() {
    int lookahead = 8;
    long plus =
        IntStream.range(0, 20)
            .filter(
                seed ->
                    shooting(LINE, ALL_ONES, lookahead)
                            .choose(new double[] {12}, Dynamics.of(LINE), new Seeds(seed))
                        > 0)
            .count();
    assertThat(plus).isZero();
  }

  /** Two planners at once as well, as of two trainings in a process. */
  @Test
  void choose_sharedOut_isTheSame() {
    double[] alone = choices();
    System.setProperty(Lanes.THREADS, "4");
    try {
      List<CompletableFuture<double[]>> shared =
          Stream.generate(RandomShootingTest::inAThread).limit(2).toList();
      assertThat(shared).allSatisfy(each -> assertThat(each.join()).isEqualTo(alone));
    } finally {
      System.clearProperty(Lanes.THREADS);
    }
  }

  private static CompletableFuture<double[]> inAThread() {
    return CompletableFuture.supplyAsync(
        RandomShootingTest::choices, work -> new Thread(work).start());
  }

  /** With trials enough to be shared out. */
  private static double[] choices() {
    Planner planner = new RandomShooting.Spec(5, 1000, RANDOM).build(LINE);
    return IntStream.range(0, 200)
        .mapToDouble(i -> planner.choose(new double[] {i / 100.}, Dynamics.of(LINE), new Seeds(i)))
        .toArray();
  }

  @Test
  void spec_badValues_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomShooting.Spec(0, 100, RANDOM))
        .withMessage("lookahead must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomShooting.Spec(5, 0, RANDOM))
        .withMessage("trials must be at least 1, was 0");
  }

  private static double choose(
      Queryable<?> environment, Sequences sequences, int lookahead, double[] state) {
    return shooting(environment, sequences, lookahead)
        .choose(state, Dynamics.of(environment), new Seeds(1));
  }

  private static RandomShooting shooting(
      Queryable<?> environment, Sequences sequences, int lookahead) {
    return new RandomShooting.Spec(lookahead, 120, sequences).build(environment);
  }
}
