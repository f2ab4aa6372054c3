package hydrangea.models.actor;

import hydrangea.models.Gradient;
import hydrangea.models.Jvp;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.nn.TimeFeatures;

/**
 * A network seen as an average velocity u(s, z, r, t) with a log-std head beside it: its first A
 * outputs are u, or z - u in the residual form, the others log sigma.
 */
record MeanFlowNetwork(
    Network network, TimeFeatures embedding, MeanFlowActor.Form form, int actions) {
  Matrix apply(Matrix obs, Matrix z, Matrix r, Matrix t) {
    return network.apply(inputs(obs, z, r, t));
  }

  Pass forward(Matrix obs, Matrix z, Matrix r, Matrix t) {
    return network.forward(inputs(obs, z, r, t));
  }

  /** With the derivative of the heads along (v, 0, 1) in (z, r, t). */
  Jvp jvp(Matrix obs, Matrix z, Matrix r, Matrix t, Matrix v) {
    return network.jvp(inputs(obs, z, r, t), directions(obs, r, t, v));
  }

  /** [s, z, embedded t, embedded t - r], as the authors' code conditions. */
  private Matrix inputs(Matrix obs, Matrix z, Matrix r, Matrix t) {
    return Matrix.beside(obs, z, embedding.of(t), embedding.of(minus(t, r)));
  }

  /** The derivative of {@link #inputs} along (v, 0, 1) in (z, r, t). */
  private Matrix directions(Matrix obs, Matrix r, Matrix t, Matrix v) {
    var still = new Matrix(obs.rows, obs.columns);
    return Matrix.beside(still, v, embedding.derivative(t), embedding.derivative(minus(t, r)));
  }

  /** u of the heads at z; of their tangent at v, its derivative. */
  Matrix velocity(Matrix z, Matrix heads) {
    Matrix first = heads.columns(0, actions);
    return residual() ? minus(z, first) : first;
  }

  private boolean residual() {
    return form == MeanFlowActor.Form.RESIDUAL;
  }

  Matrix logStd(Matrix heads) {
    return heads.columns(actions, heads.columns);
  }

  /** The gradient of z, given those of u and log sigma. */
  Matrix backward(Pass pass, Matrix dVelocity, Matrix dLogStd, Gradient into) {
    boolean residual = residual();
    int heads = pass.value().columns;
    var dHeads = new Matrix(dVelocity.rows, heads);
    for (int i = 0; i < dHeads.rows; i++) {
      for (int j = 0; j < actions; j++) {
        double dU = dVelocity.data[i * actions + j];
        dHeads.data[i * heads + j] = residual ? -dU : dU;
      }
      for (int j = 0; j < dLogStd.columns; j++) {
        dHeads.data[i * heads + actions + j] = dLogStd.data[i * actions + j];
      }
    }
    Matrix dInputs = pass.backward(dHeads, into);
    int from = dInputs.columns - actions - 2 * embedding.size();
    Matrix dz = dInputs.columns(from, from + actions);
    for (int i = 0; residual && i < dz.data.length; i++) {
      dz.data[i] += dVelocity.data[i];
    }
    return dz;
  }

  private static Matrix minus(Matrix a, Matrix b) {
    var difference = new Matrix(a.rows, a.columns);
    for (int i = 0; i < difference.data.length; i++) {
      difference.data[i] = a.data[i] - b.data[i];
    }
    return difference;
  }
}
