package hydrangea.models.objective;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSamples;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.AverageVelocityField;
import hydrangea.models.actor.MeanFlowActor;
import hydrangea.models.loss.Adaptive;
import hydrangea.models.loss.FlowMatching;
import hydrangea.models.loss.Huber;
import hydrangea.models.loss.MeanFlow;
import hydrangea.models.loss.SquaredError;
import hydrangea.models.nn.Networks;
import hydrangea.models.target.GaussianMixture;
import hydrangea.models.target.Target;
import hydrangea.models.testing.WeightDifferences;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every objective of the catalogue, with every actor that it accepts. */
final class ObjectiveLawsTest {
  private static final Seeds SEEDS = new Seeds(17);
  private static final Matrix OBS = new Seeds(3).normal(6, 3);
  private static final TimeSampling TIMES = new TimeSampling.UniformTimes();

  /** A newcomer to the catalogue needs a row here. */
  static List<FitObjective<?, ?>> objectives() {
    return List.of(
        new ReverseKl(),
        new NegativeLogLikelihood(),
        new ConditionalFlowMatching(TIMES, new SquaredError()),
        new ConditionalFlowMatching(new TimeSampling.LogitNormalTimes(-0.4, 1), new Huber(0.5)),
        new MeanFlowMatching(1, TIMES, new SquaredError()),
        new MeanFlowMatching(0.5, TIMES, new Adaptive(new SquaredError(), 1, 0.01)));
  }

  static Stream<Arguments> pairs() {
    return objectives().stream()
        .flatMap(
            objective ->
                ActorSamples.all().stream()
                    .filter(spec -> objective.needs().isAssignableFrom(spec.builds()))
                    .map(spec -> Arguments.of(objective, spec)));
  }

  /** Those whose loss is no semi-gradient. */
  static Stream<Arguments> truePairs() {
    return pairs().filter(pair -> !(pair.get()[0] instanceof MeanFlowMatching));
  }

  static GaussianMixture target() {
    return new GaussianMixture.Spec(
            List.of(List.of(0.3, 0.2), List.of(-0.4, 0.1)), List.of(0.2), List.of())
        .build();
  }

  @Test
  void catalogue_everyEntry_hasARow() {
    var rows = objectives().stream().map(Object::getClass).collect(Collectors.toSet());
    var entries =
        Arrays.stream(FitObjective.class.getPermittedSubclasses()).filter(Class::isRecord).toList();
    assertThat(rows).containsAll(entries);
  }

  @ParameterizedTest
  @MethodSource("truePairs")
  void gradient_isTheFiniteDifference(FitObjective<Actor, Target> objective, ActorSpec<?> spec) {
    var actor = spec.build(ActorSamples.site(Networks.JAVA));
    var gradient = new Gradient(actor.weights());
    objective.loss(actor, target(), OBS, SEEDS, gradient);
    double[] expected =
        WeightDifferences.gradient(
            () -> objective.loss(actor, target(), OBS, SEEDS, Gradient.NONE).loss(),
            actor.weights());
    WeightDifferences.assertClose(gradient.value(), expected);
  }

  /** Not those under which a mean flow never sees r != t, nor its sigma head. */
  static Stream<Arguments> fullPairs() {
    return pairs()
        .filter(
            pair ->
                !(pair.get()[0] instanceof ConditionalFlowMatching
                    && pair.get()[1] instanceof MeanFlowActor.Spec));
  }

  @ParameterizedTest
  @MethodSource("fullPairs")
  void gradient_reachesEveryWeight(FitObjective<Actor, Target> objective, ActorSpec<?> spec) {
    var actor = spec.build(ActorSamples.site(Networks.JAVA));
    var gradient = new Gradient(actor.weights());
    objective.loss(actor, target(), OBS, SEEDS, gradient);
    long still = 0;
    for (float g : gradient.value()) {
      still += g == 0 ? 1 : 0;
    }
    assertThat(still).as("weights without gradient").isZero();
  }

  @ParameterizedTest
  @MethodSource("meanFlows")
  void meanFlowMatching_gradient_isTheFiniteDifferenceUnderAFrozenTarget(MeanFlowActor.Spec spec) {
    var actor = spec.build(ActorSamples.site(Networks.JAVA));
    var gradient = new Gradient(actor.weights());
    new MeanFlowMatching(1, TIMES, new SquaredError()).loss(actor, target(), OBS, SEEDS, gradient);
    // The same batch by hand, from the same draws.
    Matrix x = target().sample(6, SEEDS.at("data"));
    Matrix e = SEEDS.at("noise").normal(6, 2);
    Matrix pairs = SEEDS.at("times").uniform(6, 2);
    var r = new Matrix(6, 1);
    var t = new Matrix(6, 1);
    for (int i = 0; i < 6; i++) {
      r.data[i] = Math.min(pairs.at(i, 0), pairs.at(i, 1));
      t.data[i] = Math.max(pairs.at(i, 0), pairs.at(i, 1));
    }
    Matrix z = FlowMatching.point(x, e, t);
    Matrix v = FlowMatching.velocity(x, e);
    Matrix frozen = MeanFlow.averageVelocity(v, actor.average(OBS, z, r, t, v).tangent(), r, t);
    double[] expected =
        WeightDifferences.gradient(
            () -> {
              var now = actor.average(OBS, z, r, t, v);
              double sum = 0;
              for (int i = 0; i < 12; i++) {
                sum += Math.pow(now.velocity().data[i] - frozen.data[i], 2) / 6;
              }
              for (double logStd : now.logStd().data) {
                sum += Math.pow(logStd - Math.log(spec.targetStd()), 2) / 6;
              }
              return sum;
            },
            actor.weights());
    WeightDifferences.assertClose(gradient.value(), expected);
  }

  static Stream<ActorSpec<?>> meanFlows() {
    return ActorSamples.all().stream()
        .filter(spec -> AverageVelocityField.class.isAssignableFrom(spec.builds()));
  }
}
