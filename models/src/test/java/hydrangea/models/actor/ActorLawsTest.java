package hydrangea.models.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.nn.Networks;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import hydrangea.models.testing.WeightDifferences;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every actor of the catalogue. */
final class ActorLawsTest {
  private static final Seeds SEEDS = new Seeds(11);
  private static final Matrix OBS = new Seeds(3).normal(4, 3);

  static List<ActorSpec<?>> actors() {
    return ActorSamples.all();
  }

  static Stream<ActorSpec<?>> able(Class<?> capability) {
    return actors().stream().filter(spec -> capability.isAssignableFrom(spec.builds()));
  }

  static Stream<ActorSpec<?>> pathwise() {
    return able(Pathwise.class);
  }

  static Stream<ActorSpec<?>> densities() {
    return able(PathwiseDensity.class);
  }

  private static Actor built(ActorSpec<?> spec) {
    return spec.build(ActorSamples.site(spec, Networks.JAVA, 5));
  }

  @Test
  void catalogue_everyEntry_hasARowOfSamples() {
    var rows = actors().stream().map(Object::getClass).collect(Collectors.toSet());
    var entries =
        Arrays.stream(ActorSpec.class.getPermittedSubclasses()).filter(Class::isRecord).toList();
    assertThat(rows).containsAll(entries);
  }

  @ParameterizedTest
  @MethodSource("actors")
  void sample_sameSeeds_sameActionsOfTheRightShape(ActorSpec<?> spec) {
    var actor = built(spec);
    Matrix actions = actor.sample(OBS, SEEDS);
    assertThat(actions.rows).isEqualTo(4);
    assertThat(actions.columns).isEqualTo(ActorSamples.site(spec, Networks.JAVA, 5).actions());
    assertThat(actor.sample(OBS, SEEDS)).isEqualTo(actions);
    assertThat(actor.sample(OBS, SEEDS.at("other"))).isNotEqualTo(actions);
    assertThat(actor.mode(OBS).rows).isEqualTo(4);
    assertThat(actor.getClass()).isEqualTo(spec.builds());
  }

  @ParameterizedTest
  @MethodSource("actors")
  void sample_nativeNetworks_agreeWithPlainOnes(ActorSpec<?> spec) {
    var expected = built(spec).sample(OBS, SEEDS);
    var actual = spec.build(ActorSamples.site(spec, Networks.NATIVE, 5)).sample(OBS, SEEDS);
    assertThat(actual.data).containsExactly(expected.data, within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("pathwise")
  void draw_isTheSample_andItsGradientIsTheFiniteDifference(ActorSpec<?> spec) {
    var actor = (Pathwise) built(spec);
    Matrix dValue = new Seeds(21).normal(4, 2);
    assertThat(actor.draw(OBS, SEEDS).value().data)
        .containsExactly(actor.sample(OBS, SEEDS).data, within(1e-12));
    var gradient = new Gradient(actor.weights());
    actor.draw(OBS, SEEDS).backward(dValue, gradient);
    double[] expected =
        WeightDifferences.gradient(
            () -> dot(actor.draw(OBS, SEEDS).value(), dValue), actor.weights());
    WeightDifferences.assertClose(gradient.value(), expected);
  }

  @ParameterizedTest
  @MethodSource("pathwise")
  void draw_scoredActor_itsLogTermHasTheRightGradient(ActorSpec<?> spec) {
    if (!(built(spec) instanceof Scored actor) || withoutEntropy(actor)) {
      return;
    }
    Matrix dValue = new Seeds(21).normal(4, 2);
    Matrix dLog = new Seeds(22).normal(4, 1);
    var gradient = new Gradient(actor.weights());
    actor.draw(OBS, SEEDS).backward(dValue, dLog, gradient);
    var collected = new Gradient(actor.weights());
    actor.draw(OBS, SEEDS).collect(dValue, dLog, collected);
    assertThat(collected.value()).isEqualTo(gradient.value());
    double[] expected =
        WeightDifferences.gradient(
            () -> {
              LogPass draw = actor.draw(OBS, SEEDS);
              return dot(draw.value(), dValue) + dot(draw.log(), dLog);
            },
            actor.weights());
    WeightDifferences.assertClose(gradient.value(), expected);
  }

  private static boolean withoutEntropy(Scored actor) {
    return actor instanceof AverageVelocityField field && field.targetStd() == 0;
  }

  @ParameterizedTest
  @MethodSource("densities")
  void logDensity_ofADraw_isItsLogTerm(ActorSpec<?> spec) {
    var actor = (PathwiseDensity) built(spec);
    LogPass draw = actor.draw(OBS, SEEDS);
    assertThat(actor.logDensity(OBS, draw.value()).value().data)
        .containsExactly(draw.log().data, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("densities")
  void logDensity_gradients_areTheFiniteDifferences(ActorSpec<?> spec) {
    var actor = (PathwiseDensity) built(spec);
    Matrix actions = actor.sample(OBS, SEEDS);
    Matrix dLog = new Seeds(22).normal(4, 1);
    var gradient = new Gradient(actor.weights());
    Matrix dActions = actor.logDensity(OBS, actions).backward(dLog, gradient);
    Matrix expected =
        Differences.gradient(a -> dot(actor.logDensity(OBS, a).value(), dLog), actions);
    Golden.assertClose(dActions, expected, 1e-6); // relative: near the border they are large
    WeightDifferences.assertClose(
        gradient.value(),
        WeightDifferences.gradient(
            () -> dot(actor.logDensity(OBS, actions).value(), dLog), actor.weights()));
  }

  @ParameterizedTest
  @MethodSource("densities")
  void density_overABoxTakenFromSamples_integratesToOne(ActorSpec<?> spec) {
    var actor = (PathwiseDensity) built(spec);
    double[] obs = OBS.row(0);
    Matrix samples = actor.sample(Matrix.repeated(obs, 20_000), SEEDS);
    double border = ActorSamples.squashed(spec) ? 1 : Double.POSITIVE_INFINITY;
    double low = Math.max(-border, Arrays.stream(samples.data).min().orElseThrow() - 0.5);
    double high = Math.min(border, Arrays.stream(samples.data).max().orElseThrow() + 0.5);
    int n = 400;
    double h = (high - low) / n;
    var grid = new Matrix(n * n, 2);
    for (int i = 0; i < n * n; i++) {
      grid.data[2 * i] = low + h * (i % n + 0.5);
      grid.data[2 * i + 1] = low + h * (Math.floorDiv(i, n) + 0.5);
    }
    Matrix log = actor.logDensity(Matrix.repeated(obs, n * n), grid).value();
    double sum = 0;
    for (int i = 0; i < n * n; i++) {
      sum += Math.exp(log.data[i]) * h * h;
    }
    assertThat(sum).isCloseTo(1, within(5e-3));
  }

  @ParameterizedTest
  @MethodSource("actors")
  void exchange_intoAFreshActor_restoresItsSamples(ActorSpec<?> spec) {
    var actor = built(spec);
    var other = spec.build(ActorSamples.site(spec, Networks.JAVA, 99));
    assertThat(other.sample(OBS, SEEDS)).isNotEqualTo(actor.sample(OBS, SEEDS));
    MapStore.copy(actor, other);
    assertThat(other.sample(OBS, SEEDS)).isEqualTo(actor.sample(OBS, SEEDS));
  }

  @ParameterizedTest
  @MethodSource("pathwise")
  void draw_hundredTimesOnNativeNetworks_leaksNoArray(ActorSpec<?> spec) {
    var actor = (Pathwise) spec.build(ActorSamples.site(Networks.NATIVE));
    once(actor, 0);
    int before = NativeScope.liveArrays();
    for (int i = 1; i <= 100; i++) {
      once(actor, i);
    }
    // Networks of earlier tests may have become garbage meanwhile.
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  private static void once(Pathwise actor, int update) {
    NativeScope.run(
        () -> {
          Pass draw = actor.draw(OBS, SEEDS.at(update));
          draw.backward(Matrix.filled(4, 2, 1), new Gradient(actor.weights()));
          actor.draw(OBS, SEEDS.at(update));
        });
  }

  private static double dot(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.data.length; i++) {
      sum += a.data[i] * b.data[i];
    }
    return sum;
  }
}
