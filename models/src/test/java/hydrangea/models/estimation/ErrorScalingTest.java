package hydrangea.models.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.CustomSinMdp;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.TransitionFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How {@code |W_hat - W|} falls with the transitions: as one over the root of their number. */
final class ErrorScalingTest {
  private static final int RUNS = 20;
  private static final TransitionFamily FAMILY =
      TransitionFamily.of(new CustomSin(4, 1.7, Interval.LINE), 1, new Features.IdentityFeatures());
  private static final Matrix TRUTH = Matrix.of(new double[] {1, 1});

  /** From 1e2 to 1e4. */
  private static final int[] COUNTS =
      IntStream.rangeClosed(0, 20).map(i -> (int) Math.pow(10, 2 + i / 10.0)).toArray();

  @Test
  void error_independentStates_fallsAsTheRoot() {
    assertFalls(seeds -> Transition.drawn(FAMILY, TRUTH, 10_000, seeds));
  }

  @Test
  void error_oneLongEpisode_fallsAsTheRoot() {
    assertFalls(ErrorScalingTest::episode);
  }

  private interface Source {
    List<Transition> transitions(Seeds seeds);
  }

  private static void assertFalls(Source source) {
    var errors = new double[COUNTS.length];
    for (int run = 0; run < RUNS; run++) {
      var transitions = source.transitions(new Seeds(run));
      var estimator =
          new ScoreMatching.Spec(1e-5, ScoreMatching.Coordinates.APART).build(FAMILY, 2);
      int t = 0;
      for (int i = 0; i < COUNTS.length; i++) {
        for (; t < COUNTS[i]; t++) {
          estimator.add(transitions.get(t).phi(), transitions.get(t).next());
        }
        double[] w = estimator.estimate().data;
        errors[i] += Math.hypot(w[0] - 1, w[1] - 1) / RUNS;
      }
    }
    assertThat(slope(errors)).isBetween(-.65, -.4);
    // at n = 1000, where 200 runs give .11; one run's std is .06
    assertThat(errors[10]).isCloseTo(.11, within(.04));
  }

  private static double slope(double[] errors) {
    double middle = IntStream.of(COUNTS).mapToDouble(Math::log).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < errors.length; i++) {
      double x = Math.log(COUNTS[i]) - middle;
      products += x * Math.log(errors[i]);
      squares += x * x;
    }
    return products / squares;
  }

  private static List<Transition> episode(Seeds seeds) {
    var mdp = new CustomSinMdp.Spec(4, 1.7, 10_000).queryable();
    var random = seeds.generator();
    var transitions = new ArrayList<Transition>();
    var state = mdp.reset(random);
    for (int t = 0; t < 10_000; t++) {
      double push = random.nextBoolean() ? 1 : -1;
      var next = mdp.step(state, mdp.action(push), random).state();
      transitions.add(new Transition(new double[] {state.s(), push}, new double[] {next.s()}));
      state = next;
    }
    return transitions;
  }
}
