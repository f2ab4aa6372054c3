package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import java.util.List;

/**
 * A policy that acts through a latent of its own size: z = tanh(u) with u ~ N(mean(s), std(s)^2),
 * of which a {@link Decoder} makes the action.
 *
 * <p>What scores a draw is not its density, so this is no {@code Density}: the latent's
 * log-probability, or a bound of the action's. {@link #entropyDimensions} goes with it.
 *
 * <p>Source: the latent policy of SPARK (Uhrich 2025), whose code pairs the latent's
 * log-probability with a target entropy of the action's dimension: not followed.
 */
public final class LatentActor implements Scored {
  private final Spec spec;
  private final Weights weights;
  private final Decoding decoding;
  private final int actions;

  private LatentActor(Spec spec, Site site) {
    this.spec = spec;
    actions = site.actions();
    int inputs = spec.latentSize + (spec.conditional ? site.observations() : 0);
    var shape = new Mlp(inputs, spec.hidden, spec.decoder.heads() * actions, spec.activation);
    int start = spec.base.size(site.observations(), spec.latentSize);
    weights = new Weights(start + shape.size());
    Latent plain = spec.base.build(site, spec.latentSize, weights, 0);
    Latent latent = spec.squashLatent ? new TransformedLatent(plain, new Tanh()) : plain;
    shape.initialize(weights, start, spec.initializer, spec.last, site.seeds().at("decoder"));
    Network network = site.networks().of(shape, weights, start);
    decoding = spec.decoder.build(latent, network, spec.conditional);
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers of the decoder
   * @param latentSize how many numbers z has, fewer than the action, as many, or more
   * @param conditional whether the decoder sees the observation, or the base alone
   * @param base what u is
   * @param squashLatent whether tanh bounds z to (-1, 1)
   * @param decoder what becomes of z
   * @param initializer how the hidden layers of the decoder start
   * @param last how its last layer starts
   */
  public record Spec(
      List<Integer> hidden,
      Activation activation,
      int latentSize,
      boolean conditional,
      BaseDistribution base,
      boolean squashLatent,
      Decoder decoder,
      Initializer initializer,
      Initializer last)
      implements ActorSpec<LatentActor> {
    public Spec {
      hidden = Check.widths("hidden", hidden);
      Check.atLeast("latentSize", latentSize, 1);
    }

    @Override
    public Class<LatentActor> builds() {
      return LatentActor.class;
    }

    @Override
    public LatentActor build(Site site) {
      return new LatentActor(this, site);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public int entropyDimensions() {
    return spec.decoder.entropyDimensions(spec.latentSize, actions);
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return decoding.sample(obs, seeds);
  }

  @Override
  public Matrix mode(Matrix obs) {
    return decoding.mode(obs);
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    return decoding.draw(obs, seeds);
  }
}
