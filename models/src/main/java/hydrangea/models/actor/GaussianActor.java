package hydrangea.models.actor;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.distribution.LogStdRange;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import java.util.List;

/**
 * SAC's policy: a = tanh(mean(s) + std(s) e) with e ~ N(0, I), or without the tanh.
 *
 * <p>Source: Haarnoja et al. 2018, Soft Actor-Critic, arXiv 1801.01290, appendix C.
 */
public final class GaussianActor implements PathwiseDensity {
  private final Spec spec;
  private final LogStdRange range;
  private final int actions;
  private final Weights weights;
  private final Network network;

  private GaussianActor(Spec spec, Site site) {
    this.spec = spec;
    range = new LogStdRange(spec.logStdMin, spec.logStdMax);
    actions = site.actions();
    Check.require(
        site.observations() > 0,
        "gaussian needs an observation of at least one number, such as observation=[1]");
    var shape = new Mlp(site.observations(), spec.hidden, 2 * actions, spec.activation);
    weights = new Weights(shape.size());
    shape.initialize(weights, 0, spec.initializer, spec.last, site.seeds().at("weights"));
    network = site.networks().of(shape, weights, 0);
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
      hidden = Check.widths("hidden", hidden);
      Check.require(
          logStdMin < logStdMax,
          "logStdMin must be below logStdMax, was " + logStdMin + " against " + logStdMax);
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
  public Matrix sample(Matrix obs, Seeds seeds) {
    Matrix head = range.clamp(network.apply(obs)).value();
    return squashed(obs, DiagonalGaussian.of(head).draw(noise(obs, seeds))).value();
  }

  @Override
  public Matrix mode(Matrix obs) {
    Matrix mean = network.apply(obs).columns(0, actions);
    return spec.squash ? new Tanh().forward(obs, mean).value() : mean;
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    var head = new Head(obs);
    LogPass action = squashed(obs, head.gaussian.draw(noise(obs, seeds)));
    return new LogPass() {
      @Override
      public Matrix value() {
        return action.value();
      }

      @Override
      public Matrix log() {
        return action.log();
      }

      @Override
      public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
        return head.backward(action.backward(dValue, dLog, into), into);
      }
    };
  }

  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    var head = new Head(obs);
    if (!spec.squash) {
      return new Likelihood(head, head.gaussian.logDensity(x), x.columns);
    }
    LogPass base = new Tanh().inverse(obs, x);
    return new SquashedLikelihood(
        base, new Likelihood(head, head.gaussian.logDensity(base.value()), x.columns));
  }

  private LogPass squashed(Matrix obs, LogPass u) {
    return spec.squash ? u.through(base -> new Tanh().forward(obs, base)) : u;
  }

  private Matrix noise(Matrix obs, Seeds seeds) {
    return seeds.normal(obs.rows, actions);
  }

  /** The network's forward and the Gaussian it gives. */
  private final class Head {
    private final Pass pass;
    private final Pass clamped;
    private final DiagonalGaussian gaussian;

    Head(Matrix obs) {
      pass = network.forward(obs);
      clamped = range.clamp(pass.value());
      gaussian = DiagonalGaussian.of(clamped.value());
    }

    Matrix backward(Matrix dHead, Gradient into) {
      return pass.backward(clamped.backward(dHead, into), into);
    }
  }

  /** log N(u) of given u; goes back to u, and to the weights. */
  private record Likelihood(Head head, Pass gaussian, int width) implements Pass {
    @Override
    public Matrix value() {
      return gaussian.value();
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      Matrix back = gaussian.backward(dValue, into);
      head.backward(back.columns(width, 3 * width), into);
      return back.columns(0, width);
    }
  }

  /** log N(atanh a) + log|d atanh a / da|. */
  private record SquashedLikelihood(LogPass base, Pass likelihood, Matrix value) implements Pass {
    SquashedLikelihood(LogPass base, Pass likelihood) {
      this(base, likelihood, new Matrix(base.log().rows, 1));
      for (int i = 0; i < value.rows; i++) {
        value.data[i] = base.log().data[i] + likelihood.value().data[i];
      }
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      return base.backward(likelihood.backward(dValue, into), dValue, into);
    }
  }
}
