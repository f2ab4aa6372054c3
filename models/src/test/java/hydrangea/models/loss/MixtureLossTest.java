package hydrangea.models.loss;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.testing.Differences;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The losses of mixtures of returns: numbers of others, integrals, and what must not matter. */
final class MixtureLossTest {
  private static final Seeds SEEDS = new Seeds(77);
  private static final double TOLERANCE = 1e-10;
  private static final int ROWS = 5;

  /** What a loss makes of a head, the targets being those of {@link #ROWS} rows. */
  record Case(String name, BiFunction<Matrix, Order, Loss> loss) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The rows of a batch in some order. */
  record Order(List<Integer> rows) {
    Matrix of(Matrix matrix) {
      return Matrix.of(rows.stream().map(matrix::row).toArray(double[][]::new));
    }
  }

  private static final Order AS_IT_IS = new Order(List.of(0, 1, 2, 3, 4));
  private static final Matrix HEAD = SEEDS.at("head").normal(ROWS, 12);
  private static final Matrix ONE = SEEDS.at("one").normal(ROWS, 1);
  private static final Matrix SOME = SEEDS.at("some").normal(ROWS, 7);
  private static final Matrix OTHER = SEEDS.at("other").normal(ROWS, 6);

  static List<Case> independent() {
    return List.of(
        new Case("nll", (head, order) -> nll(head, order.of(ONE))),
        new Case("nll of samples", (head, order) -> nll(head, order.of(SOME))),
        new Case("jensenTsallis", (head, order) -> jensenTsallis(head, order.of(OTHER))));
  }

  static List<Case> all() {
    return List.of(
        independent().get(0),
        independent().get(1),
        independent().get(2),
        new Case("batchSummedNll", (head, order) -> summed(head, order.of(ONE))));
  }

  private static Loss nll(Matrix head, Matrix y) {
    return MixtureNll.loss(new ScalarMixtures(head), y);
  }

  private static Loss jensenTsallis(Matrix head, Matrix other) {
    return JensenTsallis.loss(new ScalarMixtures(head), new ScalarMixtures(other));
  }

  private static Loss summed(Matrix head, Matrix y) {
    return BatchSummedNll.loss(new ScalarMixtures(head), y);
  }

  @ParameterizedTest
  @MethodSource("hydrangea.models.loss.MixtureGolden#cases")
  void bellman_goldenCases_agree(MixtureGolden golden) {
    Matrix reward = golden.given("rewards");
    Matrix done = golden.given("dones");
    double gamma = golden.number("gamma");
    ScalarMixtures next = golden.clamped("target", "best_next_action");
    assertClose(
        Bellman.backup(reward, done, gamma, next.mean()), golden.given("scalar_target"), TOLERANCE);
    assertClose(
        Bellman.backup(reward, done, gamma, golden.table("backup_z")),
        golden.table("backup_y"),
        TOLERANCE);
    var law = Bellman.backup(reward, done, gamma, next, golden.number("variance_floor"));
    int n = law.components();
    assertClose(law.head().columns(0, n), golden.table("target_means"), TOLERANCE);
    assertClose(exp(law.head().columns(n, 2 * n)), golden.table("target_variances"), TOLERANCE);
    assertClose(exp(law.logWeights()), golden.table("target_weights"), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("hydrangea.models.loss.MixtureGolden#cases")
  void nll_goldenScalarTargets_agreeWithGradients(MixtureGolden golden) {
    assertGolden(golden, golden.given("scalar_target"), "scalar_target_nll");
  }

  @ParameterizedTest
  @MethodSource("hydrangea.models.loss.MixtureGolden#cases")
  void nll_goldenSampledTargets_agreeWithGradients(MixtureGolden golden) {
    assertGolden(golden, golden.table("backup_y"), "backup_nll");
  }

  private static void assertGolden(MixtureGolden golden, Matrix y, String name) {
    ScalarMixtures p = golden.clamped("online", "actions");
    Loss loss = MixtureNll.loss(p, y);
    assertClose(loss.value(), golden.number(name + "_mean"), TOLERANCE);
    assertClose(open(golden, loss), golden.gradient(name + "_gradient"), TOLERANCE);
    for (int i = 0; i < y.rows; i++) {
      double row = nll(p.head().rows(i, i + 1), y.rows(i, i + 1)).value();
      assertClose(row, golden.given(name).data[i], TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("hydrangea.models.loss.MixtureGolden#cases")
  void jensenTsallis_goldenTargets_agreeWithGradients(MixtureGolden golden) {
    ScalarMixtures p = golden.clamped("online", "actions");
    ScalarMixtures q =
        Bellman.backup(
            golden.given("rewards"),
            golden.given("dones"),
            golden.number("gamma"),
            golden.clamped("target", "best_next_action"),
            golden.number("variance_floor"));
    Loss loss = JensenTsallis.loss(p, q);
    assertClose(loss.value(), golden.number("jt_mean"), TOLERANCE);
    assertClose(open(golden, loss), golden.gradient("jt_mean_gradient"), TOLERANCE);
    for (int i = 0; i < p.head().rows; i++) {
      double row = jensenTsallis(p.head().rows(i, i + 1), q.head().rows(i, i + 1)).value();
      assertClose(row, golden.given("jt").data[i], TOLERANCE);
    }
  }

  /** Without the gradient of log-variances that are outside their bounds. */
  private static Matrix open(MixtureGolden golden, Loss loss) {
    Matrix head = golden.of("online", "actions").head();
    Matrix inside = golden.clamped("online", "actions").head();
    var open = new Matrix(head.rows, head.columns);
    for (int k = 0; k < open.data.length; k++) {
      open.data[k] = head.data[k] == inside.data[k] ? loss.gradient().data[k] : 0;
    }
    return open;
  }

  @ParameterizedTest
  @MethodSource("all")
  void loss_randomRows_goesBackAsFiniteDifferences(Case tested) {
    assertClose(
        tested.loss.apply(HEAD, AS_IT_IS).gradient(),
        Differences.gradient(head -> tested.loss.apply(head, AS_IT_IS).value(), HEAD),
        1e-8);
  }

  @ParameterizedTest
  @MethodSource("independent")
  void rows_ofABatch_doNotSeeEachOther(Case tested) {
    Matrix changed = changed();
    Loss before = tested.loss.apply(HEAD, AS_IT_IS);
    Loss after = tested.loss.apply(changed, AS_IT_IS);
    assertThat(after.gradient().rows(1, ROWS)).isEqualTo(before.gradient().rows(1, ROWS));
    assertThat(after.gradient().row(0)).isNotEqualTo(before.gradient().row(0));
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += tested.loss.apply(HEAD.rows(i, i + 1), new Order(List.of(i))).value();
    }
    assertClose(before.value(), sum / ROWS, 1e-14);
  }

  /** The counterexample: what one row says moves the gradients of all others. */
  @Test
  void batchSummedNll_aChangedRow_changesAllOthers() {
    Matrix before = summed(HEAD, ONE).gradient();
    Matrix after = summed(changed(), ONE).gradient();
    for (int i = 1; i < ROWS; i++) {
      assertThat(difference(after.row(i), before.row(i))).isGreaterThan(0.1);
    }
  }

  /** And its likelihood grows with the batch: here four copies of one row. */
  @Test
  void batchSummedNll_copiesOfARow_countTheLikelihoodAsOftenAsThereAreCopies() {
    double mean = 0.3;
    double logVariance = -0.4;
    Matrix one = Matrix.of(new double[] {mean, logVariance, 0});
    double nll = nll(one, Matrix.column(1)).value();
    Matrix four = Matrix.repeated(one.data, 4);
    assertClose(nll(four, Matrix.column(1, 1, 1, 1)).value(), nll, 1e-14);
    assertClose(summed(four, Matrix.column(1, 1, 1, 1)).value(), 4 * nll - 1e-10, 1e-12);
  }

  /** Where the whole batch is one row, it is what was meant. */
  @Test
  void batchSummedNll_ofOneRow_isTheMixturesNll() {
    Loss one = summed(HEAD.rows(0, 1), ONE.rows(0, 1));
    Loss meant = nll(HEAD.rows(0, 1), ONE.rows(0, 1));
    assertClose(one.value(), meant.value(), 1e-8);
    assertClose(one.gradient(), meant.gradient(), 1e-8);
  }

  @ParameterizedTest
  @MethodSource("all")
  void rows_inAnotherOrder_haveTheSameLossAndGradients(Case tested) {
    var other = new Order(List.of(3, 0, 4, 2, 1));
    Loss straight = tested.loss.apply(HEAD, AS_IT_IS);
    Loss shuffled = tested.loss.apply(other.of(HEAD), other);
    assertClose(shuffled.value(), straight.value(), 1e-14);
    assertClose(shuffled.gradient(), other.of(straight.gradient()), 1e-14);
  }

  /** By hand: (y - mean)^2 / 2v + log(2 pi v) / 2, with K = 1 and v the same everywhere. */
  @Test
  void nll_ofOneComponentOfFixedVariance_isTheSquaredErrorUpToConstants() {
    double variance = 0.7;
    Matrix mean = SEEDS.at("mean").normal(ROWS, 1);
    Matrix head =
        Matrix.beside(mean, Matrix.filled(ROWS, 1, Math.log(variance)), new Matrix(ROWS, 1));
    Loss nll = nll(head, ONE);
    Loss squared = new SquaredError().loss(mean, ONE);
    double constant = 0.5 * Math.log(2 * Math.PI * variance);
    assertClose(nll.value(), squared.value() / (2 * variance) + constant, 1e-14);
    for (int i = 0; i < ROWS; i++) {
      double ofMean = squared.gradient().data[i] / (2 * variance);
      assertClose(nll.gradient().at(i, 0), ofMean, 1e-14);
      assertThat(nll.gradient().at(i, 2)).isZero();
    }
  }

  @Test
  void nll_ofAMixture_isTheLogOfADensityThatIntegratesToOne() {
    Matrix head = HEAD.rows(0, 1);
    double all = integral(y -> Math.exp(-nll(head, Matrix.column(y)).value()));
    assertClose(all, 1, 1e-10);
  }

  @Test
  void nll_farFromEveryComponent_isStillFinite() {
    Loss far = nll(HEAD.rows(0, 1), Matrix.column(1e6));
    assertThat(far.value()).isGreaterThan(1e10).isFinite();
    assertThat(far.gradient().data).doesNotContain(Double.NaN);
  }

  @Test
  void jensenTsallis_ofTwoMixtures_isAQuarterOfTheSquaredDifferencesIntegral() {
    for (int row = 0; row < ROWS; row++) {
      Matrix p = HEAD.rows(row, row + 1);
      Matrix q = OTHER.rows(row, row + 1);
      double expected =
          integral(
              x -> {
                Matrix at = Matrix.column(x);
                double d = Math.exp(-nll(p, at).value()) - Math.exp(-nll(q, at).value());
                return d * d / 4;
              });
      assertClose(jensenTsallis(p, q).value(), expected, 1e-10);
    }
  }

  @Test
  void jensenTsallis_toItself_isZeroWithoutAGradient() {
    Loss same = jensenTsallis(HEAD, HEAD);
    assertClose(same.value(), 0, 1e-15);
    assertClose(same.gradient(), new Matrix(ROWS, 12), 1e-15);
  }

  @Test
  void jensenTsallis_toAnother_isPositive() {
    for (int k = 0; k < 200; k++) {
      Matrix p = SEEDS.at("p").at(k).normal(1, 9);
      Matrix q = SEEDS.at("q").at(k).normal(1, 6);
      assertThat(jensenTsallis(p, q).value()).isGreaterThan(1e-6);
    }
  }

  /** By hand: two normals with variances v and w, a distance d apart. */
  @Test
  void jensenTsallis_ofTwoNormals_isTheClosedForm() {
    double v = 0.5;
    double w = 2;
    double d = 1.5;
    Matrix p = Matrix.of(new double[] {0, Math.log(v), 0});
    Matrix q = Matrix.of(new double[] {d, Math.log(w), 0});
    double expected =
        (1 / Math.sqrt(4 * Math.PI * v)
                + 1 / Math.sqrt(4 * Math.PI * w)
                - 2 * Math.exp(-d * d / (2 * (v + w))) / Math.sqrt(2 * Math.PI * (v + w)))
            / 4;
    assertClose(jensenTsallis(p, q).value(), expected, 1e-15);
  }

  @Test
  void bellman_anEnd_leavesTheRewardAlone() {
    Matrix next = Matrix.of(new double[][] {{1, 2}, {3, 4}});
    Matrix y = Bellman.backup(Matrix.column(10, 20), Matrix.column(0, 1), 0.5, next);
    assertThat(y).isEqualTo(Matrix.of(new double[][] {{10.5, 11}, {20, 20}}));
    var law =
        Bellman.backup(
            Matrix.column(10, 20),
            Matrix.column(0, 1),
            0.5,
            new ScalarMixtures(Matrix.repeated(new double[] {4, Math.log(9), 0}, 2)),
            0.01);
    assertClose(
        law.head(),
        Matrix.of(new double[][] {{12, Math.log(0.25 * 9), 0}, {20, Math.log(0.01), 0}}),
        1e-15);
  }

  @Test
  void shapes_thatDoNotFit_areRefused() {
    assertThatThrownBy(() -> nll(HEAD, new Matrix(2, 1))).hasMessage("2 rows do not fit 5");
    assertThatThrownBy(() -> jensenTsallis(HEAD, new Matrix(2, 6)))
        .hasMessage("2 rows do not fit 5");
    assertThatThrownBy(() -> summed(HEAD, SOME))
        .hasMessage("[5, 7] is not one number for each of 5 rows");
    assertThatThrownBy(() -> nll(new Matrix(2, 4), new Matrix(2, 1)))
        .hasMessage("4 columns are not means, log-variances and logits of some components");
  }

  private static Matrix changed() {
    var changed = new Matrix(ROWS, HEAD.columns, HEAD.data.clone());
    for (int k = 0; k < HEAD.columns; k++) {
      changed.data[k] += k % 2 == 0 ? 2 : -0.5;
    }
    return changed;
  }

  private static Matrix exp(Matrix logs) {
    var exp = new Matrix(logs.rows, logs.columns);
    for (int k = 0; k < exp.data.length; k++) {
      exp.data[k] = Math.exp(logs.data[k]);
    }
    return exp;
  }

  /** The trapezium rule, exact to all digits for smooth f that has vanished at the ends. */
  private static double integral(DoubleUnaryOperator f) {
    double step = 0.005;
    double sum = 0;
    for (int k = -8_000; k <= 8_000; k++) {
      sum += f.applyAsDouble(k * step);
    }
    return sum * step;
  }

  /** The largest difference, against the largest number. */
  private static double difference(double[] a, double[] b) {
    double difference = 0;
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      difference = Math.max(difference, Math.abs(a[i] - b[i]));
      largest = Math.max(largest, Math.abs(b[i]));
    }
    return difference / largest;
  }
}
