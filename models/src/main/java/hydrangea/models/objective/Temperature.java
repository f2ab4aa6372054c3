package hydrangea.models.objective;

import hydrangea.models.Check;

/** The weight alpha of the entropy beside the reward: the catalogue that SAC chooses from. */
public sealed interface Temperature {
  /** Its value at the start. */
  double initial();

  /**
   * Always the same.
   *
   * @param alpha reward a nat
   */
  record Fixed(double alpha) implements Temperature {
    public Fixed {
      Check.positive("alpha", alpha);
    }

    @Override
    public double initial() {
      return alpha;
    }
  }

  /**
   * Learned, so that the policy keeps an entropy.
   *
   * @param initial alpha at the start
   * @param entropy what to keep, in nats for each dimension that the actor's log-probability counts
   */
  record AutoTuned(double initial, double entropy) implements Temperature {
    public AutoTuned {
      Check.positive("initial", initial);
      Check.require(Double.isFinite(entropy), "entropy must be finite, was " + entropy);
    }
  }
}
