package hydrangea.models.actor;

import static java.lang.Double.NEGATIVE_INFINITY;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Jvp;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.TimeEmbedding;
import java.util.ArrayList;
import java.util.List;

/**
 * The stochastic MeanFlow policy: one jump from noise to an action, a = mu(e) + sigma(e) xi with
 * mu(e) = e - u(s, e, 0, 1), where u(s, z, r, t) is the average velocity from t back to r and sigma
 * a second head of the same network.
 *
 * <p>{@code targetStd} is what sigma is regressed on: the standard deviation at the boundary
 * condition, the data. The other reading, noise of that size added to the data, gives the same
 * marginal (the data convolved with it), but no sigma head: only a head makes the conditional
 * density N(a; mu(e), sigma(e)^2) tractable, whose entropy H(a | e) at most H(a) is the surrogate
 * that reinforcement learning needs. A {@code targetStd} of 0 means without entropy: no head, no
 * xi.
 *
 * <p>Sources: Geng et al. 2025, Mean Flows for One-step Generative Modeling, arXiv 2505.13447,
 * equations 3 and 12; Wang et al. 2026, Stochastic MeanFlow Policies, arXiv 2605.21282 (abstract:
 * the reading of the sigma head is ours).
 */
public final class MeanFlowActor implements AverageVelocityField, Scored, Stepped {
  /** What the network's first head is. */
  public enum Form {
    /** u itself. */
    VELOCITY,
    /** g = z - u, which is the action itself at (r, t) = (0, 1): arXiv 2511.13035. */
    RESIDUAL
  }

  private final Spec spec;
  private final int actions;
  private final Weights weights;
  private final MeanFlowNetwork network;

  private MeanFlowActor(Spec spec, Site site) {
    this.spec = spec;
    actions = site.actions();
    var embedding = spec.embedding.build(site.seeds().at("embedding"));
    int inputs = site.observations() + actions + 2 * embedding.size();
    int heads = spec.targetStd > 0 ? 2 : 1;
    var shape = new Mlp(inputs, spec.hidden, heads * actions, spec.activation);
    weights = new Weights(shape.size());
    shape.initialize(weights, 0, spec.initializer, spec.last, site.seeds().at("weights"));
    startSigmaAtTarget(shape);
    var plain = site.networks().of(shape, weights, 0);
    network = new MeanFlowNetwork(plain, embedding, spec.form, actions);
  }

  /** The regression then only has to keep sigma there: from afar it would drown u's gradient. */
  private void startSigmaAtTarget(Mlp shape) {
    int bias = shape.size() - shape.outputs();
    for (int i = actions; i < shape.outputs(); i++) {
      weights.edit()[bias + i] = (float) Math.log(spec.targetStd);
    }
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers
   * @param embedding how the network sees t and t - r
   * @param targetStd the standard deviation of an action about mu; 0: without entropy
   * @param steps equal jumps from noise to action
   * @param initializer how the hidden layers start
   * @param last how the last layer starts
   */
  public record Spec(
      List<Integer> hidden,
      Activation activation,
      double targetStd,
      Form form,
      TimeEmbedding embedding,
      int steps,
      Initializer initializer,
      Initializer last)
      implements ActorSpec<MeanFlowActor> {
    public Spec {
      hidden = Check.widths("hidden", hidden);
      Check.notNegative("targetStd", targetStd);
      Check.atLeast("steps", steps, 1);
    }

    @Override
    public Class<MeanFlowActor> builds() {
      return MeanFlowActor.class;
    }

    @Override
    public MeanFlowActor build(Site site) {
      return new MeanFlowActor(this, site);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public double targetStd() {
    return spec.targetStd;
  }

  @Override
  public int entropyDimensions() {
    return actions;
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return sample(obs, seeds, spec.steps);
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds, int steps) {
    Matrix z = latent(obs, seeds);
    Matrix heads = z;
    for (int i = steps; i > 0; i--) {
      heads = network.apply(obs, z, time(obs, i - 1, steps), time(obs, i, steps));
      z = jumped(z, heads, 1.0 / steps);
    }
    return spread(z, heads, seeds).value();
  }

  @Override
  public Matrix mode(Matrix obs) {
    Matrix z = new Matrix(obs.rows, actions);
    for (int i = spec.steps; i > 0; i--) {
      Matrix r = time(obs, i - 1, spec.steps);
      z = jumped(z, network.apply(obs, z, r, time(obs, i, spec.steps)), 1.0 / spec.steps);
    }
    return z;
  }

  /**
   * The log term is that of N(a; mu(e), sigma(e)^2) given the latent e: a surrogate, whose mean is
   * minus H(a | e).
   */
  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    Matrix z = latent(obs, seeds);
    List<Pass> jumps = new ArrayList<>(spec.steps);
    for (int i = spec.steps; i > 0; i--) {
      Matrix r = time(obs, i - 1, spec.steps);
      jumps.add(network.forward(obs, z, r, time(obs, i, spec.steps)));
      z = jumped(z, jumps.get(jumps.size() - 1).value(), 1.0 / spec.steps);
    }
    return new Draw(spread(z, jumps.get(jumps.size() - 1).value(), seeds), jumps);
  }

  @Override
  public Pass velocity(Matrix obs, Matrix x, Matrix t) {
    Pass pass = network.forward(obs, x, t, t);
    Matrix value = network.velocity(x, pass.value());
    return new Pass() {
      @Override
      public Matrix value() {
        return value;
      }

      @Override
      public Matrix backward(Matrix dValue, Gradient into) {
        return network.backward(pass, dValue, new Matrix(dValue.rows, 0), into);
      }
    };
  }

  @Override
  public Average average(Matrix obs, Matrix z, Matrix r, Matrix t, Matrix v) {
    Jvp heads = network.jvp(obs, z, r, t, v);
    Pass pass = heads.pass();
    return new Heads(pass, network.velocity(z, pass.value()), network.velocity(v, heads.tangent()));
  }

  /** The two heads of one evaluation. */
  private final class Heads implements Average {
    private final Pass pass;
    private final Matrix velocity;
    private final Matrix tangent;

    Heads(Pass pass, Matrix velocity, Matrix tangent) {
      this.pass = pass;
      this.velocity = velocity;
      this.tangent = tangent;
    }

    @Override
    public Matrix velocity() {
      return velocity;
    }

    @Override
    public Matrix tangent() {
      return tangent;
    }

    @Override
    public Matrix logStd() {
      return network.logStd(pass.value());
    }

    @Override
    public void backward(Matrix dVelocity, Matrix dLogStd, Gradient into) {
      network.backward(pass, dVelocity, dLogStd, into);
    }
  }

  /** An action with its way back through the noise and every jump. */
  private final class Draw implements LogPass {
    private final List<Pass> jumps;
    private final LogPass action;

    Draw(LogPass action, List<Pass> jumps) {
      this.action = action;
      this.jumps = jumps;
    }

    @Override
    public Matrix value() {
      return action.value();
    }

    @Override
    public Matrix log() {
      Check.require(
          spec.targetStd > 0,
          "without a sigma head (targetStd = 0) there is no entropy surrogate: set targetStd > 0");
      return action.log();
    }

    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      Matrix dHeads = action.backward(dValue, dLog, into);
      Matrix dz = dHeads.columns(0, actions);
      Matrix dLogStd = spec.targetStd > 0 ? network.logStd(dHeads) : new Matrix(dz.rows, 0);
      for (int i = jumps.size() - 1; i >= 0; i--) {
        dz = jumpedBack(dz, jumps.get(i), dLogStd, into);
        dLogStd = new Matrix(dz.rows, 0);
      }
      return dz;
    }

    private Matrix jumpedBack(Matrix dNext, Pass jump, Matrix dLogStd, Gradient into) {
      double h = 1.0 / jumps.size();
      var dVelocity = new Matrix(dNext.rows, actions);
      for (int i = 0; i < dVelocity.data.length; i++) {
        dVelocity.data[i] = -h * dNext.data[i];
      }
      Matrix dz = network.backward(jump, dVelocity, dLogStd, into);
      for (int i = 0; i < dz.data.length; i++) {
        dz.data[i] += dNext.data[i];
      }
      return dz;
    }
  }

  private Matrix latent(Matrix obs, Seeds seeds) {
    return seeds.at("latent").normal(obs.rows, actions);
  }

  private static Matrix time(Matrix obs, int step, int steps) {
    return Matrix.filled(obs.rows, 1, (double) step / steps);
  }

  /** z - h u. */
  private Matrix jumped(Matrix z, Matrix heads, double h) {
    Matrix next = network.velocity(z, heads);
    for (int i = 0; i < next.data.length; i++) {
      next.data[i] = z.data[i] - h * next.data[i];
    }
    return next;
  }

  /** mu + sigma xi with its log-density; goes back to [mu, log sigma]. Without a head, mu. */
  private LogPass spread(Matrix mu, Matrix heads, Seeds seeds) {
    Matrix logStd =
        spec.targetStd > 0
            ? network.logStd(heads)
            : Matrix.filled(mu.rows, actions, NEGATIVE_INFINITY);
    return new DiagonalGaussian(mu, logStd).draw(seeds.at("noise").normal(mu.rows, actions));
  }
}
