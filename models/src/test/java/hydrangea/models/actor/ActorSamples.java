package hydrangea.models.actor;

import hydrangea.models.Seeds;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Networks;
import hydrangea.models.nn.TimeEmbedding;
import hydrangea.models.ode.OdeSolver;
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
        meanFlow(0, MeanFlowActor.Form.VELOCITY, 1),
        meanFlow(0.3, MeanFlowActor.Form.VELOCITY, 2),
        meanFlow(0.3, MeanFlowActor.Form.RESIDUAL, 1),
        flowMatching(OdeSolver.EULER),
        flowMatching(OdeSolver.RK4));
  }

  public static GaussianActor.Spec gaussian(boolean squash) {
    return new GaussianActor.Spec(HIDDEN, Activation.SILU, squash, -5, 2, START, START);
  }

  public static MeanFlowActor.Spec meanFlow(double targetStd, MeanFlowActor.Form form, int steps) {
    return new MeanFlowActor.Spec(
        HIDDEN, Activation.GELU, targetStd, form, TIME, steps, START, START);
  }

  public static FlowMatchingActor.Spec flowMatching(OdeSolver solver) {
    return new FlowMatchingActor.Spec(HIDDEN, Activation.TANH, TIME, 3, solver, START, START);
  }

  public static Site site(Networks networks) {
    return new Site(3, 2, networks, new Seeds(5));
  }
}
