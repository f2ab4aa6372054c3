package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.Network;
import hydrangea.models.distribution.LogStdRange;

/** How a latent policy makes an action of its latent, and what the action is scored with. */
public sealed interface Decoder {
  /** How many numbers its network gives for each of the action. */
  int heads();

  /** Of what size is that whose log-probability scores an action. */
  int entropyDimensions(int latentSize, int actions);

  /**
   * The actions of {@code latent}.
   *
   * @param conditional whether {@code network} takes the observation behind the latent
   */
  Decoding build(Latent latent, Network network, boolean conditional);

  /** A decoder of one's own. */
  non-sealed interface Open extends Decoder {}

  /**
   * a = tanh(f(z, s)), scored by log p(z | s): a surrogate, for actions of more numbers than z fill
   * no volume, and a network has no log-determinant. Nothing binds the entropy of the action to
   * that of z.
   */
  record Deterministic() implements Decoder {
    @Override
    public int heads() {
      return 1;
    }

    @Override
    public int entropyDimensions(int latentSize, int actions) {
      return latentSize;
    }

    @Override
    public Decoding build(Latent latent, Network network, boolean conditional) {
      return new PointDecoding(latent, network, conditional);
    }
  }

  /**
   * a = tanh(mean(z, s) + std(z, s) e), scored by the mixture of what K latents make of it,
   *
   * <pre>
   * log (1/K) sum_k p(a | z_k, s),   a ~ p(a | z_1, s),   z_1 ... z_K ~ p(z | s)
   * </pre>
   *
   * whose mean is never below the mean of log p(a | s) and falls to it with K: what a target
   * entropy is kept by is a lower bound of the action's entropy, so the policy never has less than
   * it is asked for. With K = 1 that is the noise of the decoder alone, H(a | z, s).
   *
   * <p>Source: Zhang et al. 2023, Latent State Marginalization as a Low-cost Approach for Improving
   * Exploration, arXiv 2210.00999: its nested estimator, whose K counts the other latents alone.
   *
   * @param particles K; the cost of a draw grows with it
   * @param logStdMin lower bound of log std, in nats; no gradient below
   * @param logStdMax upper bound of log std; no gradient above
   */
  record Stochastic(int particles, double logStdMin, double logStdMax) implements Decoder {
    public Stochastic {
      Check.atLeast("particles", particles, 1);
      LogStdRange.check(logStdMin, logStdMax);
    }

    @Override
    public int heads() {
      return 2;
    }

    @Override
    public int entropyDimensions(int latentSize, int actions) {
      return actions;
    }

    @Override
    public Decoding build(Latent latent, Network network, boolean conditional) {
      var noisy = new NormalLatent(network, new LogStdRange(logStdMin, logStdMax));
      return new NoisyDecoding(latent, noisy, conditional, particles);
    }
  }
}
