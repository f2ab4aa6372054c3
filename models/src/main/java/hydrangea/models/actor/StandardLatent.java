package hydrangea.models.actor;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.DiagonalGaussian;

/** u ~ N(0, I), whatever the observation. */
record StandardLatent(int dimensions) implements Latent {
  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return seeds.normal(obs.rows, dimensions);
  }

  @Override
  public Matrix mode(Matrix obs) {
    return new Matrix(obs.rows, dimensions);
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    return DiagonalGaussian.standard(obs.rows, dimensions).draw(sample(obs, seeds));
  }

  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    return new OfGiven(DiagonalGaussian.standard(x.rows, dimensions).logDensity(x), dimensions);
  }

  /** Goes back to the given u: there is nothing else. */
  private record OfGiven(Pass gaussian, int width) implements Pass {
    @Override
    public Matrix value() {
      return gaussian.value();
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      return gaussian.backward(dValue, into).columns(0, width);
    }
  }
}
