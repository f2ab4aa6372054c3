package hydrangea.models.actor;

import hydrangea.envs.Discrete;
import hydrangea.envs.Space;
import hydrangea.models.Seeds;
import hydrangea.models.flow.LogScale;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Networks;
import hydrangea.models.nn.TimeEmbedding;
import hydrangea.models.ode.OdeSolver;
import hydrangea.models.value.ActionValues;
import hydrangea.models.value.Q;
import hydrangea.models.value.ValueSpec;
import java.util.List;

/** Small actors of every kind, for laws: a newcomer to the catalogue needs a row here. */
public final class ActorSamples {
  private static final List<Integer> HIDDEN = List.of(7, 6);
  private static final Initializer START = new Initializer.PyTorch();
  private static final TimeEmbedding TIME = new TimeEmbedding.Sinusoids(List.of(1.5));

  private ActorSamples() {}

  public static List<ActorSpec<?>> all() {
    return List.of(
        gaussian(true),
        gaussian(false),
        flow(2, true, LogScale.TANH, normal(), false, true),
        flow(3, false, LogScale.SOFT_CLIP, normal(), true, true),
        flow(2, true, LogScale.SOFT_CLIP, new BaseDistribution.StandardNormal(), false, false),
        flow(1, false, LogScale.TANH, normal(), true, false),
        latent(1, true, normal(), true),
        latent(2, false, normal(), false),
        latent(3, true, new BaseDistribution.StandardNormal(), true),
        noisyLatent(1, true, 1),
        noisyLatent(3, false, 4),
        meanFlow(0, MeanFlowActor.Form.VELOCITY, 1),
        meanFlow(0.3, MeanFlowActor.Form.VELOCITY, 2),
        meanFlow(0.3, MeanFlowActor.Form.RESIDUAL, 1),
        flowMatching(OdeSolver.EULER),
        flowMatching(OdeSolver.RK4),
        epsilonGreedy(new Q.Spec(HIDDEN, Activation.TANH, START, START)));
  }

  public static GaussianActor.Spec gaussian(boolean squash) {
    return new GaussianActor.Spec(HIDDEN, Activation.SILU, squash, -5, 2, START, START);
  }

  /** Whether its actions are all within (-1, 1). */
  public static boolean squashed(ActorSpec<?> spec) {
    return (spec instanceof GaussianActor.Spec gaussian && gaussian.squash())
        || (spec instanceof FlowActor.Spec flow && flow.squash());
  }

  public static BaseDistribution normal() {
    return new BaseDistribution.ConditionalNormal(HIDDEN, Activation.TANH, -5, 2, START, START);
  }

  public static FlowActor.Spec flow(
      int couplings,
      boolean conditional,
      LogScale scale,
      BaseDistribution base,
      boolean squashLatent,
      boolean squash) {
    return new FlowActor.Spec(
        HIDDEN,
        Activation.TANH,
        couplings,
        conditional,
        scale,
        base,
        squashLatent,
        squash,
        START,
        START);
  }

  public static LatentActor.Spec latent(
      int latentSize, boolean conditional, BaseDistribution base, boolean squashLatent) {
    return latent(latentSize, conditional, base, squashLatent, new Decoder.Deterministic());
  }

  public static LatentActor.Spec noisyLatent(int latentSize, boolean conditional, int particles) {
    return latent(
        latentSize, conditional, normal(), true, new Decoder.Stochastic(particles, -5, 2));
  }

  private static LatentActor.Spec latent(
      int latentSize,
      boolean conditional,
      BaseDistribution base,
      boolean squashLatent,
      Decoder decoder) {
    return new LatentActor.Spec(
        HIDDEN,
        Activation.TANH,
        latentSize,
        conditional,
        base,
        squashLatent,
        decoder,
        START,
        START);
  }

  public static MeanFlowActor.Spec meanFlow(double targetStd, MeanFlowActor.Form form, int steps) {
    return new MeanFlowActor.Spec(
        HIDDEN, Activation.GELU, targetStd, form, TIME, steps, START, START);
  }

  public static FlowMatchingActor.Spec flowMatching(OdeSolver solver) {
    return new FlowMatchingActor.Spec(HIDDEN, Activation.TANH, TIME, 3, solver, START, START);
  }

  /** Strays with every second action. */
  public static <V extends ActionValues> EpsilonGreedy.Spec<V> epsilonGreedy(ValueSpec<V> values) {
    return new EpsilonGreedy.Spec<>(values, new Exploration.LinearEpsilon(0.5, 0.5, 1));
  }

  public static Site site(Networks networks) {
    return new Site(3, 2, networks, new Seeds(5));
  }

  /** Where such an actor can act: two numbers, or one of fifty. */
  public static Site site(ActorSpec<?> spec, Networks networks, long seed) {
    boolean chooses = ValuePolicy.class.isAssignableFrom(spec.builds());
    Site plain = site(networks);
    Space space = chooses ? new Discrete(50) : plain.space();
    return new Site(plain.observations(), space, networks, new Seeds(seed));
  }
}
