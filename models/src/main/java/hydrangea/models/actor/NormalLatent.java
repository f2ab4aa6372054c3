package hydrangea.models.actor;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.distribution.LogStdRange;

/** u ~ N(mean(s), std(s)^2), both the heads of one network {@code [mean, log std]}. */
record NormalLatent(Network network, LogStdRange range) implements Latent {
  private int dimensions() {
    return network.outputs() / 2;
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    Matrix head = range.clamp(network.apply(obs)).value();
    return DiagonalGaussian.of(head).draw(noise(obs, seeds)).value();
  }

  @Override
  public Matrix mode(Matrix obs) {
    return network.apply(obs).columns(0, dimensions());
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    Head head = head(obs);
    return new Draw(head, head.gaussian().draw(noise(obs, seeds)));
  }

  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    Head head = head(obs);
    return new Likelihood(head, head.gaussian().logDensity(x), x.columns);
  }

  Head head(Matrix obs) {
    return new Head(network.forward(obs), range);
  }

  Matrix noise(Matrix obs, Seeds seeds) {
    return seeds.normal(obs.rows, dimensions());
  }

  /** The network's forward, and the log-stds it gives within their range. */
  record Head(Pass pass, Pass clamped) {
    private Head(Pass pass, LogStdRange range) {
      this(pass, range.clamp(pass.value()));
    }

    DiagonalGaussian gaussian() {
      return DiagonalGaussian.of(clamped.value());
    }

    Matrix backward(Matrix dHead, Gradient into) {
      return pass.backward(clamped.backward(dHead, into), into);
    }

    void collect(Matrix dHead, Gradient into) {
      pass.collect(clamped.backward(dHead, into), into);
    }
  }

  private record Draw(Head head, LogPass gaussian) implements LogPass {
    @Override
    public Matrix value() {
      return gaussian.value();
    }

    @Override
    public Matrix log() {
      return gaussian.log();
    }

    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      return head.backward(gaussian.backward(dValue, dLog, into), into);
    }

    @Override
    public void collect(Matrix dValue, Matrix dLog, Gradient into) {
      head.collect(gaussian.backward(dValue, dLog, into), into);
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
      head.collect(back.columns(width, 3 * width), into);
      return back.columns(0, width);
    }
  }
}
