package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.TimeEmbedding;
import hydrangea.models.nn.TimeFeatures;
import hydrangea.models.ode.OdeSolver;
import java.util.List;

/**
 * A policy that carries noise to an action along a learned velocity field: dx/dt = v(s, x, t) from
 * t = 1 to t = 0, on the linear path z_t = (1 - t) x + t e.
 *
 * <p>Source: Lipman et al. 2023, Flow Matching for Generative Modeling, arXiv 2210.02747, with the
 * time reversed (there t = 0 is noise).
 */
public final class FlowMatchingActor implements VelocityField, Pathwise, Stepped {
  private final Spec spec;
  private final int actions;
  private final Weights weights;
  private final Network network;
  private final TimeFeatures embedding;

  private FlowMatchingActor(Spec spec, Site site) {
    this.spec = spec;
    actions = site.actions();
    embedding = spec.embedding.build(site.seeds().at("embedding"));
    int inputs = site.observations() + actions + embedding.size();
    var shape = new Mlp(inputs, spec.hidden, actions, spec.activation);
    weights = new Weights(shape.size());
    shape.initialize(weights, 0, spec.initializer, spec.last, site.seeds().at("weights"));
    network = site.networks().of(shape, weights, 0);
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers
   * @param embedding how the network sees the time
   * @param steps solver steps from noise to action
   * @param initializer how the hidden layers start
   * @param last how the last layer starts
   */
  public record Spec(
      List<Integer> hidden,
      Activation activation,
      TimeEmbedding embedding,
      int steps,
      OdeSolver solver,
      Initializer initializer,
      Initializer last)
      implements ActorSpec<FlowMatchingActor> {
    public Spec {
      hidden = Check.widths("hidden", hidden);
      Check.atLeast("steps", steps, 1);
    }

    @Override
    public Class<FlowMatchingActor> builds() {
      return FlowMatchingActor.class;
    }

    @Override
    public FlowMatchingActor build(Site site) {
      return new FlowMatchingActor(this, site);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public Pass velocity(Matrix obs, Matrix x, Matrix t) {
    Pass pass = network.forward(inputs(obs, x, t));
    return new Part(pass, obs.columns, obs.columns + actions);
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return sample(obs, seeds, spec.steps);
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds, int steps) {
    return solved(obs, seeds.normal(obs.rows, actions), steps);
  }

  @Override
  public Matrix mode(Matrix obs) {
    return solved(obs, new Matrix(obs.rows, actions), spec.steps);
  }

  private Matrix solved(Matrix obs, Matrix noise, int steps) {
    OdeSolver.Field field = (x, t) -> network.apply(inputs(obs, x, Matrix.filled(x.rows, 1, t)));
    return spec.solver.solve(field, noise, 1, 0, steps);
  }

  @Override
  public Pass draw(Matrix obs, Seeds seeds) {
    OdeSolver.PassField field = (x, t) -> velocity(obs, x, Matrix.filled(x.rows, 1, t));
    return spec.solver.forward(field, seeds.normal(obs.rows, actions), 1, 0, spec.steps);
  }

  private Matrix inputs(Matrix obs, Matrix x, Matrix t) {
    return Matrix.beside(obs, x, embedding.of(t));
  }

  /** A pass whose caller owns only some columns of the input. */
  private record Part(Pass whole, int from, int to) implements Pass {
    @Override
    public Matrix value() {
      return whole.value();
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      return whole.backward(dValue, into).columns(from, to);
    }
  }
}
