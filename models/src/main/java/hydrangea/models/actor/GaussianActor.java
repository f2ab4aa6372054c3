package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import java.util.List;

/**
 * SAC's policy: a = tanh(mean(s) + std(s) e) with e ~ N(0, I), or without the tanh.
 *
 * <p>Source: Haarnoja et al. 2018, Soft Actor-Critic, arXiv 1801.01290, appendix C. With two hidden
 * layers of 256, ReLU and PyTorch's start of all layers it is the actor of Stable-Baselines3's SAC,
 * but for its state-dependent exploration (gSDE), which is not here, and for the 1e-6 inside its
 * log(1 - a^2), of which {@link Tanh} has no need.
 */
public final class GaussianActor implements PathwiseDensity {
  private final Weights weights;
  private final Latent policy;
  private final int actions;

  private GaussianActor(Spec spec, Site site) {
    actions = site.actions();
    Check.require(
        site.observations() > 0,
        "gaussian needs an observation of at least one number, such as observation=[1]");
    BaseDistribution base = spec.base();
    weights = new Weights(base.size(site.observations(), actions));
    Latent normal = base.build(site, actions, weights, 0);
    policy = spec.squash ? new TransformedLatent(normal, new Tanh()) : normal;
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers
   * @param squash whether tanh bounds the action to (-1, 1)
   * @param logStdMin lower bound of log std, in nats; no gradient below
   * @param logStdMax upper bound of log std; no gradient above
   * @param initializer how the hidden layers start
   * @param last how the last layer starts
   */
  public record Spec(
      List<Integer> hidden,
      Activation activation,
      boolean squash,
      double logStdMin,
      double logStdMax,
      Initializer initializer,
      Initializer last)
      implements ActorSpec<GaussianActor> {
    public Spec {
      hidden =
          new BaseDistribution.ConditionalNormal(
                  hidden, activation, logStdMin, logStdMax, initializer, last)
              .hidden();
    }

    private BaseDistribution base() {
      return new BaseDistribution.ConditionalNormal(
          hidden, activation, logStdMin, logStdMax, initializer, last);
    }

    @Override
    public Class<GaussianActor> builds() {
      return GaussianActor.class;
    }

    @Override
    public GaussianActor build(Site site) {
      return new GaussianActor(this, site);
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
