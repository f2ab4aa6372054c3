package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.StrictTanh;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.flow.Coupling;
import hydrangea.models.flow.LogScale;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import java.util.List;

/**
 * A RealNVP policy: base noise u through affine couplings T, a = tanh(T(u; s)), with the exact
 * density log pi(a | s) = log p(u) + log|du / da|.
 *
 * <p>A bijection keeps the dimension, so the latent has as many numbers as the action: nothing maps
 * one size to another. With one action there is nothing to keep in a coupling, all of them together
 * are an affine map that hangs on the observation alone, and the policy is a squashed Gaussian
 * still.
 *
 * <p>{@code squashLatent} bounds the latent to (-1, 1) before the couplings ("constrain" in SPARK's
 * code). Then some actions are out of reach: their log-density is minus infinity.
 *
 * <p>Sources: Dinh et al. 2017, Density estimation using Real NVP, arXiv 1605.08803; as the policy
 * of SAC, Ward et al. 2019, Improving Exploration in Soft-Actor-Critic with Normalizing Flows
 * Policies, arXiv 1906.02771. SPARK's flow policy adds log|dT / du| where it must subtract it,
 * leaves the last tanh out of its density, and half of its dimensions as they were: not followed.
 */
public final class FlowActor implements PathwiseDensity {
  private final Weights weights;
  private final Latent policy;
  private final int actions;

  private FlowActor(Spec spec, Site site) {
    actions = site.actions();
    int condition = spec.conditional ? site.observations() : 0;
    var shape = Coupling.shape(actions, condition, spec.hidden, spec.activation);
    int start = spec.base.size(site.observations(), actions);
    weights = new Weights(start + spec.couplings * shape.size());
    Latent latent = spec.base.build(site, actions, weights, 0);
    latent = spec.squashLatent ? new TransformedLatent(latent, new StrictTanh()) : latent;
    for (int i = 0; i < spec.couplings; i++) {
      int offset = start + i * shape.size();
      Seeds seeds = site.seeds().at("couplings").at(i);
      shape.initialize(weights, offset, spec.initializer, spec.last, seeds);
      var network = site.networks().of(shape, weights, offset);
      var coupling = new Coupling(network, actions, spec.conditional, spec.scale);
      latent = new TransformedLatent(latent, coupling);
    }
    policy = spec.squash ? new TransformedLatent(latent, new Tanh()) : latent;
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers of every coupling's network
   * @param couplings how many; two change every dimension
   * @param conditional whether the couplings see the observation, or the base alone
   * @param scale how a coupling bounds its log-scale
   * @param base what the noise is
   * @param squashLatent whether tanh bounds the latent to (-1, 1) before the couplings
   * @param squash whether tanh bounds the action to (-1, 1)
   * @param initializer how the hidden layers of couplings start
   * @param last how their last layers start
   */
  public record Spec(
      List<Integer> hidden,
      Activation activation,
      int couplings,
      boolean conditional,
      LogScale scale,
      BaseDistribution base,
      boolean squashLatent,
      boolean squash,
      Initializer initializer,
      Initializer last)
      implements ActorSpec<FlowActor> {
    public Spec {
      hidden = Check.widths("hidden", hidden);
      Check.atLeast("couplings", couplings, 1);
    }

    @Override
    public Class<FlowActor> builds() {
      return FlowActor.class;
    }

    @Override
    public FlowActor build(Site site) {
      return new FlowActor(this, site);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public int entropyDimensions() {
    return actions;
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return policy.sample(obs, seeds);
  }

  @Override
  public Matrix mode(Matrix obs) {
    return policy.mode(obs);
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    return policy.draw(obs, seeds);
  }

  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    return policy.logDensity(obs, x);
  }
}
