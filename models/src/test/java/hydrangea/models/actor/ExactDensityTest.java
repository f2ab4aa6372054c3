package hydrangea.models.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Bijection;
import hydrangea.models.Gradient;
import hydrangea.models.LogDensity;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.flow.Coupling;
import hydrangea.models.flow.LogScale;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Networks;
import hydrangea.models.objective.NegativeLogLikelihood;
import hydrangea.models.optimizer.Adam;
import hydrangea.models.optimizer.Schedule;
import hydrangea.models.target.GaussianMixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The densities of the gaussian and of flows against grids, samples and what is known of them. */
final class ExactDensityTest {
  private static final Seeds SEEDS = new Seeds(71);
  private static final double[][] OBSERVATIONS = {{0.4, -1.1, 0.7}, {-1.3, 0.2, 1.9}};
  private static final int CELLS = 40; // along a side, for histograms
  private static final int FINE = 10; // along the side of a cell, for its mass
  private static final double SIDE = 10; // half of one, before the tanh where there is one
  private static final Matrix NOWHERE = new Matrix(0, 0);

  static Stream<Arguments> densities() {
    BaseDistribution standard = new BaseDistribution.StandardNormal();
    return Stream.of(
            ActorSamples.gaussian(true),
            ActorSamples.gaussian(false),
            ActorSamples.flow(2, true, LogScale.TANH, ActorSamples.normal(), false, true),
            ActorSamples.flow(2, true, LogScale.TANH, standard, false, false),
            ActorSamples.flow(2, false, LogScale.SOFT_CLIP, ActorSamples.normal(), false, true),
            ActorSamples.flow(4, false, LogScale.SOFT_CLIP, standard, false, true))
        .flatMap(spec -> Stream.of(Arguments.of(spec, 0), Arguments.of(spec, 200)));
  }

  /** Learns a mixture whose modes lie within the action's box, by as many updates. */
  private static PathwiseDensity trained(ActorSpec<?> spec, int updates) {
    var actor = (PathwiseDensity) spec.build(ActorSamples.site(Networks.JAVA));
    var means = List.of(List.of(0.4, 0.3), List.of(-0.4, -0.2));
    var target = new GaussianMixture.Spec(means, List.of(0.15), List.of()).build();
    var optimizer =
        new Adam.Spec(0.01, 0.9, 0.999, 1e-8, new Schedule.Constant(), Double.POSITIVE_INFINITY)
            .build(actor.weights().size());
    var gradient = new Gradient(actor.weights());
    double first = 0;
    double last = 0;
    for (int i = 0; i < updates; i++) {
      gradient.clear();
      Seeds now = SEEDS.at(i);
      last =
          new NegativeLogLikelihood()
              .loss(actor, target, now.at("obs").normal(64, 3), now, gradient)
              .loss();
      first = i == 0 ? last : first;
      optimizer.update(actor.weights(), gradient, i, updates);
    }
    assertThat(last).isLessThanOrEqualTo(first - (updates > 0 ? 0.3 : 0));
    return actor;
  }

  @ParameterizedTest
  @MethodSource("densities")
  void density_beforeAndAfterTraining_integratesToOneAndAgreesWithSamples(
      ActorSpec<?> spec, int updates) {
    PathwiseDensity actor = trained(spec, updates);
    for (double[] obs : OBSERVATIONS) {
      boolean squashed = ActorSamples.squashed(spec);
      Matrix samples = actor.sample(Matrix.repeated(obs, 20_000), SEEDS.at("samples"));
      Matrix expected = cellMasses(actor, obs, squashed);
      assertThat(sum(expected)).isCloseTo(1, within(1e-3));
      assertAgrees(histogram(samples, squashed), expected, samples.rows);
    }
  }

  @ParameterizedTest
  @MethodSource("densities")
  void density_otherObservation_differsWhereAnythingSeesIt(ActorSpec<?> spec, int updates) {
    PathwiseDensity actor = trained(spec, updates);
    Matrix point = Matrix.of(new double[][] {{0.2, -0.3}});
    double one = actor.logDensity(Matrix.of(OBSERVATIONS[0]), point).value().data[0];
    double other = actor.logDensity(Matrix.of(OBSERVATIONS[1]), point).value().data[0];
    boolean blind =
        spec instanceof FlowActor.Spec flow
            && !flow.conditional()
            && flow.base() instanceof BaseDistribution.StandardNormal;
    assertThat(one == other).isEqualTo(blind);
  }

  /** Whoever adds log|d data / d base| where the other sign belongs does not get past the grid. */
  @Test
  void density_signOfTheLogDeterminantTurned_doesNotIntegrateToOne() {
    var shape = Coupling.shape(2, 3, List.of(7, 6), Activation.TANH);
    var weights = new Weights(shape.size());
    var start = new Initializer.PyTorch();
    shape.initialize(weights, 0, start, new Initializer.LecunNormal(1), new Seeds(2));
    var coupling = new Coupling(Networks.JAVA.of(shape, weights, 0), 2, true, LogScale.TANH);
    var base = new StandardLatent(2);
    var right = new TransformedLatent(base, coupling);
    var wrong = new TransformedLatent(base, new Turned(coupling));
    double[] obs = OBSERVATIONS[0];
    assertThat(sum(cellMasses(right, obs, false))).isCloseTo(1, within(1e-3));
    assertThat(Math.abs(sum(cellMasses(wrong, obs, false)) - 1)).isGreaterThan(0.05);
    // The two directions still agree with each other: that alone would not tell.
    Matrix rows = Matrix.repeated(obs, 5);
    LogPass draw = wrong.draw(rows, SEEDS);
    assertThat(wrong.logDensity(rows, draw.value()).value().data)
        .containsExactly(draw.log().data, within(1e-12));
  }

  /** {@code of} with the wrong sign in its term. */
  private record Turned(Bijection of) implements Bijection {
    @Override
    public LogPass forward(Matrix obs, Matrix base) {
      return turned(of.forward(obs, base));
    }

    @Override
    public LogPass inverse(Matrix obs, Matrix data) {
      return turned(of.inverse(obs, data));
    }

    private static LogPass turned(LogPass pass) {
      var log = new Matrix(pass.log().rows, 1);
      for (int i = 0; i < log.rows; i++) {
        log.data[i] = -pass.log().data[i];
      }
      return new LogPass() {
        @Override
        public Matrix value() {
          return pass.value();
        }

        @Override
        public Matrix log() {
          return log;
        }

        @Override
        public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
          return NOWHERE;
        }
      };
    }
  }

  /**
   * The mass of every cell of a square of actions, by midpoints. Where tanh bounds the actions,
   * cells are equal before it: toward the border, where densities are steep, they grow narrow.
   */
  private static Matrix cellMasses(LogDensity density, double[] obs, boolean squashed) {
    int n = CELLS * FINE;
    double h = 2 * SIDE / n;
    var masses = new Matrix(CELLS, CELLS);
    Matrix many = Matrix.repeated(obs, n);
    for (int i = 0; i < n; i++) {
      var line = new Matrix(n, 2);
      var area = new double[n];
      for (int j = 0; j < n; j++) {
        double x = -SIDE + h * (i + 0.5);
        double y = -SIDE + h * (j + 0.5);
        line.data[2 * j] = squashed ? Math.tanh(x) : x;
        line.data[2 * j + 1] = squashed ? Math.tanh(y) : y;
        area[j] = h * h * (squashed ? slope(x) * slope(y) : 1);
      }
      Matrix log = density.logDensity(many, line).value();
      for (int j = 0; j < n; j++) {
        masses.data[i / FINE * CELLS + j / FINE] += Math.exp(log.data[j]) * area[j];
      }
    }
    return masses;
  }

  /** d tanh(x) / dx. */
  private static double slope(double x) {
    return 1 / (Math.cosh(x) * Math.cosh(x));
  }

  private static Matrix histogram(Matrix samples, boolean squashed) {
    var counts = new Matrix(CELLS, CELLS);
    for (int i = 0; i < samples.rows; i++) {
      counts.data[cell(samples.at(i, 0), squashed) * CELLS + cell(samples.at(i, 1), squashed)]++;
    }
    return counts;
  }

  private static int cell(double action, boolean squashed) {
    double x = squashed ? 0.5 * Math.log((1 + action) / (1 - action)) : action;
    int cell = (int) Math.floor((x + SIDE) / (2 * SIDE) * CELLS);
    return Math.max(0, Math.min(CELLS - 1, cell));
  }

  /**
   * Pearson's chi-square, with all cells of fewer than ten expected in one: within four standard
   * deviations of its mean.
   */
  private static void assertAgrees(Matrix counts, Matrix masses, int n) {
    double chiSquare = 0;
    double rareCount = 0;
    double rareExpected = 0;
    int cells = 0;
    for (int k = 0; k < counts.data.length; k++) {
      double expected = n * masses.data[k];
      if (expected < 10) {
        rareCount += counts.data[k];
        rareExpected += expected;
      } else {
        chiSquare += (counts.data[k] - expected) * (counts.data[k] - expected) / expected;
        cells++;
      }
    }
    chiSquare +=
        (rareCount - rareExpected) * (rareCount - rareExpected) / Math.max(1, rareExpected);
    assertThat(cells).isGreaterThan(10);
    assertThat(chiSquare).isCloseTo(cells, within(4 * Math.sqrt(2.0 * cells)));
  }

  private static double sum(Matrix matrix) {
    return matrix.mean() * matrix.data.length;
  }
}
