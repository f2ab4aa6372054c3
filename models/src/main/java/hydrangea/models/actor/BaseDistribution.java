package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.Weights;
import hydrangea.models.distribution.LogStdRange;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import java.util.List;

/** What a flow or a latent policy starts from: how its noise is distributed. */
public sealed interface BaseDistribution {
  /** How many weights it needs. */
  int size(int observations, int dimensions);

  /**
   * The noise, over the slice of {@code weights} that starts at {@code offset}, which it fills.
   *
   * @param dimensions how many numbers one draw has
   */
  Latent build(Site site, int dimensions, Weights weights, int offset);

  /** A base of one's own. */
  non-sealed interface Open extends BaseDistribution {}

  /** N(0, I), whatever the observation; nothing to learn. */
  record StandardNormal() implements BaseDistribution {
    @Override
    public int size(int observations, int dimensions) {
      return 0;
    }

    @Override
    public Latent build(Site site, int dimensions, Weights weights, int offset) {
      return new StandardLatent(dimensions);
    }
  }

  /**
   * N(mean(s), std(s)^2): one network with two heads, as SAC's policy has.
   *
   * @param hidden widths of the hidden layers
   * @param logStdMin lower bound of log std, in nats; no gradient below
   * @param logStdMax upper bound of log std; no gradient above
   * @param initializer how the hidden layers start
   * @param last how the last layer starts
   */
  record ConditionalNormal(
      List<Integer> hidden,
      Activation activation,
      double logStdMin,
      double logStdMax,
      Initializer initializer,
      Initializer last)
      implements BaseDistribution {
    public ConditionalNormal {
      hidden = Check.widths("hidden", hidden);
      LogStdRange.check(logStdMin, logStdMax);
    }

    @Override
    public int size(int observations, int dimensions) {
      return shape(observations, dimensions).size();
    }

    @Override
    public Latent build(Site site, int dimensions, Weights weights, int offset) {
      var shape = shape(site.observations(), dimensions);
      shape.initialize(weights, offset, initializer, last, site.seeds().at("weights"));
      var network = site.networks().of(shape, weights, offset);
      return new NormalLatent(network, new LogStdRange(logStdMin, logStdMax));
    }

    private Mlp shape(int observations, int dimensions) {
      Check.require(
          observations > 0,
          "a conditionalNormal base needs an observation of at least one number, such as"
              + " observation=[1]; without one take base=standardNormal");
      return new Mlp(observations, hidden, 2 * dimensions, activation);
    }
  }
}
