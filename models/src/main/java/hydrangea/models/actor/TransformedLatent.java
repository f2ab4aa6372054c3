package hydrangea.models.actor;

import hydrangea.models.Bijection;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;

/** x = T(u) for a latent u and a bijection T: log p(x) = log p(u) + log|du / dx|. */
record TransformedLatent(Latent base, Bijection map) implements Latent {
  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return map.apply(obs, base.sample(obs, seeds));
  }

  @Override
  public Matrix mode(Matrix obs) {
    return map.apply(obs, base.mode(obs));
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    return base.draw(obs, seeds).through(u -> map.forward(obs, u));
  }

  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    LogPass inverse = map.inverse(obs, x);
    return new Likelihood(inverse, base.logDensity(obs, inverse.value()));
  }

  /** log p(u) + log|du / dx|; goes back to x. */
  private record Likelihood(LogPass inverse, Pass ofBase, Matrix value) implements Pass {
    Likelihood(LogPass inverse, Pass ofBase) {
      this(inverse, ofBase, new Matrix(inverse.log().rows, 1));
      for (int i = 0; i < value.rows; i++) {
        value.data[i] = inverse.log().data[i] + ofBase.value().data[i];
      }
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      return inverse.backward(ofBase.backward(dValue, into), dValue, into);
    }
  }
}
