package hydrangea.models.value;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Weights;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.Networks;
import java.util.List;

/**
 * DQN's network: Q(s, a) of all actions at once.
 *
 * <p>Source: Mnih et al. 2015, Human-level control through deep reinforcement learning, Nature 518,
 * without its convolutions.
 */
public final class Q implements PointValues {
  private final Mlp shape;
  private final Networks networks;
  private final Weights weights;
  private final Network network;

  private Q(Mlp shape, Networks networks, Weights weights) {
    this.shape = shape;
    this.networks = networks;
    this.weights = weights;
    network = networks.of(shape, weights, 0);
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers
   * @param initializer how the hidden layers start
   * @param last how the last layer starts
   */
  public record Spec(
      List<Integer> hidden, Activation activation, Initializer initializer, Initializer last)
      implements ValueSpec<Q> {
    public Spec {
      hidden = Check.widths("hidden", hidden);
    }

    @Override
    public Class<Q> builds() {
      return Q.class;
    }

    @Override
    public Q build(ValueSite site) {
      var shape = new Mlp(site.observations(), hidden, site.actions(), activation);
      var weights = new Weights(shape.size());
      shape.initialize(weights, 0, initializer, last, site.seeds().at("values"));
      return new Q(shape, site.networks(), weights);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public int actions() {
    return shape.outputs();
  }

  @Override
  public Matrix heads(Matrix obs) {
    return network.apply(obs);
  }

  @Override
  public Pass forward(Matrix obs) {
    return network.forward(obs);
  }

  @Override
  public Q over(Weights other) {
    return new Q(shape, networks, other);
  }
}
