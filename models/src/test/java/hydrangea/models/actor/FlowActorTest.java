package hydrangea.models.actor;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.flow.LogScale;
import hydrangea.models.law.ActorLaws;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Networks;
import hydrangea.models.testing.Jacobians;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FlowActorTest {
  private static final Seeds SEEDS = new Seeds(81);
  private static final Matrix OBS = SEEDS.at("obs").normal(6, 3);

  private static Site site(int observations, int actions) {
    return new Site(observations, actions, Networks.JAVA, new Seeds(5));
  }

  static Stream<Arguments> flows() {
    List<Arguments> flows = new ArrayList<>();
    for (int actions : new int[] {1, 2, 3, 5}) {
      for (boolean flag : new boolean[] {true, false}) {
        flows.add(Arguments.of(actions, flag, true));
        flows.add(Arguments.of(actions, flag, false));
      }
    }
    return flows.stream();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void actor_anyDimension_obeysTheLawsAndTrainsEveryWeight(
      int actions, boolean conditional, boolean squashLatent) {
    var spec =
        ActorSamples.flow(3, conditional, LogScale.TANH, ActorSamples.normal(), squashLatent, true);
    assertThat(ActorLaws.broken(spec, site(3, actions))).isEmpty();
    FlowActor actor = spec.build(site(3, actions));
    assertThat(actor.entropyDimensions()).isEqualTo(actions);
    var gradient = new Gradient(actor.weights());
    LogPass draw = actor.draw(OBS, SEEDS);
    draw.backward(SEEDS.normal(6, actions), SEEDS.at("log").normal(6, 1), gradient);
    for (float g : gradient.value()) {
      assertThat(g).isNotZero();
    }
  }

  /** log pi(a) = log N(u) - log|da / du|, with the Jacobian of the sampler by differences. */
  @ParameterizedTest
  @MethodSource("flows")
  void logDensity_anyDimension_isThatOfTheNoiseMinusTheJacobians(
      int actions, boolean conditional, boolean squashLatent) {
    Matrix u = SEEDS.at("u").normal(6, actions);
    FlowActor actor = given(u, conditional, squashLatent);
    Matrix logDet =
        Jacobians.logDeterminants(
            moved -> given(moved, conditional, squashLatent).sample(OBS, SEEDS), u);
    Matrix normal = DiagonalGaussian.standard(6, actions).logDensity(u).value();
    var expected = new Matrix(6, 1);
    for (int i = 0; i < 6; i++) {
      expected.data[i] = normal.data[i] - logDet.data[i];
    }
    assertClose(actor.draw(OBS, SEEDS).log(), expected, 1e-7);
    assertClose(actor.logDensity(OBS, actor.sample(OBS, SEEDS)).value(), expected, 1e-7);
  }

  private static FlowActor given(Matrix u, boolean conditional, boolean squashLatent) {
    return ActorSamples.flow(3, conditional, LogScale.SOFT_CLIP, new Given(u), squashLatent, true)
        .build(site(3, u.columns));
  }

  /** A base of one's own: the standard normal, but its draws are given. */
  private record Given(Matrix u) implements BaseDistribution.Open, Latent {
    @Override
    public int size(int observations, int dimensions) {
      return 0;
    }

    @Override
    public Latent build(Site site, int dimensions, Weights weights, int offset) {
      return this;
    }

    @Override
    public Matrix sample(Matrix obs, Seeds seeds) {
      return u;
    }

    @Override
    public Matrix mode(Matrix obs) {
      return u;
    }

    @Override
    public LogPass draw(Matrix obs, Seeds seeds) {
      return DiagonalGaussian.standard(u.rows, u.columns).draw(u);
    }

    @Override
    public Pass logDensity(Matrix obs, Matrix x) {
      return new StandardLatent(x.columns).logDensity(obs, x);
    }
  }

  @Test
  void oneAction_manyCouplings_isASquashedGaussianStill() {
    var actor =
        ActorSamples.flow(3, true, LogScale.TANH, ActorSamples.normal(), false, false)
            .build(site(3, 1));
    Matrix line = Matrix.column(-2, -1, 0, 1, 2, 3);
    double[] log = actor.logDensity(Matrix.repeated(OBS.row(0), 6), line).value().data;
    double curvature = log[2] - 2 * log[1] + log[0];
    assertThat(curvature).isNegative();
    for (int i = 1; i < 4; i++) {
      assertClose(log[i + 2] - 2 * log[i + 1] + log[i], curvature, 1e-9);
    }
  }

  @Test
  void logDensity_beyondWhatASquashedLatentReaches_isMinusInfinity() {
    var actor =
        ActorSamples.flow(2, true, LogScale.TANH, ActorSamples.normal(), true, false)
            .build(site(3, 2));
    Pass pass = actor.logDensity(OBS, Matrix.filled(6, 2, 50));
    assertThat(pass.value().data).containsOnly(Double.NEGATIVE_INFINITY);
  }

  @Test
  void flow_withoutObservation_isBuiltOnAStandardNormal() {
    var spec =
        ActorSamples.flow(
            2, true, LogScale.TANH, new BaseDistribution.StandardNormal(), false, true);
    for (int actions : new int[] {1, 2, 3}) {
      assertThat(ActorLaws.broken(spec, site(0, actions))).isEmpty();
    }
    var conditional = ActorSamples.flow(2, true, LogScale.TANH, ActorSamples.normal(), false, true);
    assertThatThrownBy(() -> conditional.build(site(0, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs an observation of at least one number")
        .hasMessageContaining("base=standardNormal");
  }

  @Test
  void spec_badNumbers_areRefusedWithTheirValues() {
    assertThatThrownBy(
            () -> ActorSamples.flow(0, true, LogScale.TANH, ActorSamples.normal(), false, true))
        .hasMessage("couplings must be at least 1, was 0");
    var start = new Initializer.PyTorch();
    assertThatThrownBy(
            () ->
                new BaseDistribution.ConditionalNormal(
                    List.of(8), Activation.RELU, 2, -20, start, start))
        .hasMessage("logStdMin must be below logStdMax, and both finite, was 2.0 against -20.0");
    assertThatThrownBy(
            () ->
                new BaseDistribution.ConditionalNormal(
                    List.of(8, 0), Activation.RELU, -20, 2, start, start))
        .hasMessage("hidden must hold widths of at least 1, was [8, 0]");
  }
}
