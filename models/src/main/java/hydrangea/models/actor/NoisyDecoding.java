package hydrangea.models.actor;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.distribution.Tanh;
import java.util.List;
import java.util.stream.IntStream;

/**
 * a = tanh(u) with u from {@code noisy}, which sees z and s, scored by the mixture of {@code
 * particles} latents; see {@link Decoder.Stochastic}.
 */
record NoisyDecoding(Latent latent, NormalLatent noisy, boolean conditional, int particles)
    implements Decoding {
  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    Matrix z = latent.sample(obs, seeds);
    return new Tanh().apply(obs, noisy.sample(inputs(obs, z), decoderSeeds(seeds)));
  }

  @Override
  public Matrix mode(Matrix obs) {
    return new Tanh().apply(obs, noisy.mode(inputs(obs, latent.mode(obs))));
  }

  /** The first particle is the latent of {@link #sample}: both draw row by row. */
  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    Matrix stacked = obs.stacked(particles);
    LogPass z = latent.draw(stacked, seeds);
    NormalLatent.Head head = noisy.head(inputs(stacked, z.value()));
    List<DiagonalGaussian> each =
        IntStream.range(0, particles)
            .mapToObj(k -> head.clamped().value().rows(k * obs.rows, (k + 1) * obs.rows))
            .map(DiagonalGaussian::of)
            .toList();
    LogPass u = each.get(0).draw(noisy.noise(obs, decoderSeeds(seeds)));
    List<Pass> likelihoods = each.stream().map(gaussian -> gaussian.logDensity(u.value())).toList();
    var mixture = new LogMeanExp(likelihoods.stream().map(Pass::value).toList());
    return new Draw(z, head, u, likelihoods, mixture)
        .through(base -> new Tanh().forward(obs, base));
  }

  private static Seeds decoderSeeds(Seeds seeds) {
    return seeds.at("decoder");
  }

  private Matrix inputs(Matrix obs, Matrix z) {
    return conditional ? Matrix.beside(z, obs) : z;
  }

  /** The first particle's u, scored by all of them. */
  private record Draw(
      LogPass z, NormalLatent.Head head, LogPass u, List<Pass> likelihoods, LogMeanExp mixture)
      implements LogPass {
    @Override
    public Matrix value() {
      return u.value();
    }

    @Override
    public Matrix log() {
      return mixture.value();
    }

    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      return z.backward(backToLatent(dValue, dLog, into), noTerm(), into);
    }

    @Override
    public void collect(Matrix dValue, Matrix dLog, Gradient into) {
      z.collect(backToLatent(dValue, dLog, into), noTerm(), into);
    }

    private Matrix noTerm() {
      return new Matrix(z.value().rows, 1);
    }

    private Matrix backToLatent(Matrix dValue, Matrix dLog, Gradient into) {
      int width = dValue.columns;
      var dU = new Matrix(dValue.rows, width, dValue.data.clone());
      var dHead = new Matrix(z.value().rows, 2 * width);
      for (int k = 0; k < likelihoods.size(); k++) {
        Matrix back = likelihoods.get(k).backward(mixture.backward(k, dLog), into);
        add(back.columns(0, width), dU, 0);
        add(back.columns(width, 3 * width), dHead, k * dValue.rows);
      }
      add(u.backward(dU, into), dHead, 0);
      return head.backward(dHead, into).columns(0, z.value().columns);
    }

    private static void add(Matrix part, Matrix into, int fromRow) {
      int start = fromRow * into.columns;
      for (int i = 0; i < part.data.length; i++) {
        into.data[start + i] += part.data[i];
      }
    }
  }
}
