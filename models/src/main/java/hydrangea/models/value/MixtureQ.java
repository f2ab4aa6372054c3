package hydrangea.models.value;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Weights;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.Networks;
import java.util.List;

/**
 * The return of each action as a mixture of normal distributions, with {@code Q(s, a) = sum_C w_c
 * mean_c}. One network has all outputs: one pass serves all actions and all parameters.
 *
 * <p>Source: Choi, Lee and Oh 2019, "Distributional Deep Reinforcement Learning with a Mixture of
 * Gaussians", ICRA, section III.
 */
public final class MixtureQ implements ReturnMixtures {
  private final Spec spec;
  private final Mlp shape;
  private final Networks networks;
  private final Weights weights;
  private final Network network;
  private final MixtureHeads raw;

  private MixtureQ(Spec spec, Mlp shape, Networks networks, Weights weights) {
    this.spec = spec;
    this.shape = shape;
    this.networks = networks;
    this.weights = weights;
    network = networks.of(shape, weights, 0);
    raw =
        new MixtureHeads(
            spec.components, spec.logVarianceMin, spec.logVarianceMax, spec.valueScale);
  }

  /**
   * What a script writes down. Log-variances, the initial std and the initial spread are counted in
   * units of {@code valueScale}.
   *
   * @param components normal distributions in each mixture, C
   * @param hidden widths of the hidden layers
   * @param logVarianceMin lower bound of log-variances; no gradient below
   * @param logVarianceMax upper bound of log-variances; no gradient above
   * @param initialStd of every component, about: the bias of the log-variances starts there
   * @param initialSpread the components' means start apart, evenly from minus to plus that much; 0
   *     leaves them to {@code last}
   * @param valueScale what the network calls one: about the size of a return
   * @param weighted whether Q weighs the components, as the mean of a mixture does; otherwise it is
   *     the plain mean of their means, as in the article of {@link
   *     hydrangea.models.loss.BatchSummedNll}
   * @param initializer how the hidden layers start
   * @param last how the last layer starts
   */
  public record Spec(
      int components,
      List<Integer> hidden,
      Activation activation,
      double logVarianceMin,
      double logVarianceMax,
      double initialStd,
      double initialSpread,
      double valueScale,
      boolean weighted,
      Initializer initializer,
      Initializer last)
      implements ValueSpec<MixtureQ> {
    public Spec {
      Check.atLeast("components", components, 1);
      hidden = Check.widths("hidden", hidden);
      boolean ordered = Double.isFinite(logVarianceMin) && Double.isFinite(logVarianceMax);
      Check.require(
          ordered && logVarianceMin < logVarianceMax,
          "logVarianceMin and logVarianceMax must be finite and in order, were %s and %s"
              .formatted(logVarianceMin, logVarianceMax));
      Check.positive("initialStd", initialStd);
      Check.notNegative("initialSpread", initialSpread);
      Check.positive("valueScale", valueScale);
    }

    @Override
    public Class<MixtureQ> builds() {
      return MixtureQ.class;
    }

    @Override
    public MixtureQ build(ValueSite site) {
      int outputs = site.actions() * ScalarMixtures.PARAMETERS * components;
      var shape = new Mlp(site.observations(), hidden, outputs, activation);
      var weights = new Weights(shape.size());
      shape.initialize(weights, 0, initializer, last, site.seeds().at("values"));
      start(weights.edit(), shape.layers().get(hidden.size()));
      return new MixtureQ(this, shape, site.networks(), weights);
    }

    private void start(float[] weights, Mlp.Layer layer) {
      int head = ScalarMixtures.PARAMETERS * components;
      for (int i = 0; i < layer.outputs(); i++) {
        int within = i % head;
        if (within < components && initialSpread > 0) {
          weights[layer.bias() + i] = (float) spread(within);
        } else if (within >= components && within < 2 * components) {
          weights[layer.bias() + i] = (float) (2 * Math.log(initialStd));
        }
      }
    }

    private double spread(int component) {
      double share = components == 1 ? 0.5 : component / (components - 1.0);
      return initialSpread * (2 * share - 1);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public int actions() {
    return shape.outputs() / (ScalarMixtures.PARAMETERS * spec.components);
  }

  @Override
  public int components() {
    return spec.components;
  }

  @Override
  public Matrix heads(Matrix obs) {
    return raw.heads(network.apply(obs));
  }

  @Override
  public Pass forward(Matrix obs) {
    Pass pass = network.forward(obs);
    return new Heads(raw.heads(pass.value()), pass, raw);
  }

  private record Heads(Matrix value, Pass network, MixtureHeads raw) implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      return network.backward(raw.back(network.value(), dValue), into);
    }

    @Override
    public void collect(Matrix dValue, Gradient into) {
      network.collect(raw.back(network.value(), dValue), into);
    }
  }

  @Override
  public Matrix values(Matrix heads) {
    int width = ScalarMixtures.PARAMETERS * spec.components;
    int perRow = heads.columns / width;
    var rows = new Matrix(heads.rows * perRow, width, heads.data);
    Matrix each = spec.weighted ? new ScalarMixtures(rows).mean() : meanOfMeans(rows);
    return new Matrix(heads.rows, perRow, each.data);
  }

  private Matrix meanOfMeans(Matrix rows) {
    var mean = new Matrix(rows.rows, 1);
    for (int i = 0; i < rows.rows; i++) {
      for (int c = 0; c < spec.components; c++) {
        mean.data[i] += rows.data[i * rows.columns + c] / spec.components;
      }
    }
    return mean;
  }

  @Override
  public MixtureQ over(Weights other) {
    return new MixtureQ(spec, shape, networks, other);
  }
}
