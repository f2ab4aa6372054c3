package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import java.util.List;

/**
 * A policy that acts through a latent of its own size: z = tanh(u) with u ~ N(mean(s), std(s)^2),
 * and a = tanh(decoder(z, s)).
 *
 * <p>What its draws are scored with is log p(z | s), a surrogate: a decoder has no log-determinant,
 * and actions fill no volume where they have more numbers than z. So it is no {@code Density}, and
 * a target entropy is one of z: {@link #entropyDimensions} is the latent's size.
 *
 * <p>Source: the latent policy of SPARK (Uhrich 2025), whose code pairs the latent's
 * log-probability with a target entropy of the action's dimension: not followed.
 */
public final class LatentActor implements Scored {
  private final Spec spec;
  private final Weights weights;
  private final Latent latent;
  private final Network decoder;

  private LatentActor(Spec spec, Site site) {
    this.spec = spec;
    int inputs = spec.latentSize + (spec.conditional ? site.observations() : 0);
    var shape = new Mlp(inputs, spec.hidden, site.actions(), spec.activation);
    int start = spec.base.size(site.observations(), spec.latentSize);
    weights = new Weights(start + shape.size());
    Latent plain = spec.base.build(site, spec.latentSize, weights, 0);
    latent = spec.squashLatent ? new TransformedLatent(plain, new Tanh()) : plain;
    shape.initialize(weights, start, spec.initializer, spec.last, site.seeds().at("decoder"));
    decoder = site.networks().of(shape, weights, start);
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers of the decoder
   * @param latentSize how many numbers z has, fewer than the action, as many, or more
   * @param conditional whether the decoder sees the observation, or the base alone
   * @param base what u is
   * @param squashLatent whether tanh bounds z to (-1, 1)
   * @param initializer how the hidden layers of the decoder start
   * @param last how its last layer starts
   */
  public record Spec(
      List<Integer> hidden,
      Activation activation,
      int latentSize,
      boolean conditional,
      Base base,
      boolean squashLatent,
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
    return spec.latentSize;
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return action(obs, latent.sample(obs, seeds));
  }

  @Override
  public Matrix mode(Matrix obs) {
    return action(obs, latent.mode(obs));
  }

  private Matrix action(Matrix obs, Matrix z) {
    return new Tanh().apply(obs, decoder.apply(inputs(obs, z)));
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    return latent.draw(obs, seeds).decoded(z -> new Decoded(decoder.forward(inputs(obs, z)), z));
  }

  private Matrix inputs(Matrix obs, Matrix z) {
    return spec.conditional ? Matrix.beside(z, obs) : z;
  }

  /** tanh(decoder(z, s)); goes back to z. */
  private record Decoded(Pass decoder, Pass tanh, int width) implements Pass {
    Decoded(Pass decoder, Matrix z) {
      this(decoder, new Tanh().forward(z, decoder.value()), z.columns);
    }

    @Override
    public Matrix value() {
      return tanh.value();
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      return decoder.backward(tanh.backward(dValue, into), into).columns(0, width);
    }
  }
}
