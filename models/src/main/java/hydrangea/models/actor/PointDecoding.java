package hydrangea.models.actor;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.Tanh;

/** a = tanh(network(z, s)): one action for each latent, scored by the latent's log-density. */
record PointDecoding(Latent latent, Network network, boolean conditional) implements Decoding {
  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return action(obs, latent.sample(obs, seeds));
  }

  @Override
  public Matrix mode(Matrix obs) {
    return action(obs, latent.mode(obs));
  }

  private Matrix action(Matrix obs, Matrix z) {
    return new Tanh().apply(obs, network.apply(inputs(obs, z)));
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    return latent.draw(obs, seeds).decoded(z -> new Decoded(network.forward(inputs(obs, z)), z));
  }

  private Matrix inputs(Matrix obs, Matrix z) {
    return conditional ? Matrix.beside(z, obs) : z;
  }

  /** tanh(network(z, s)); goes back to z. */
  private record Decoded(Pass network, Pass tanh, int width) implements Pass {
    Decoded(Pass network, Matrix z) {
      this(network, new Tanh().forward(z, network.value()), z.columns);
    }

    @Override
    public Matrix value() {
      return tanh.value();
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      return network.backward(tanh.backward(dValue, into), into).columns(0, width);
    }
  }
}
