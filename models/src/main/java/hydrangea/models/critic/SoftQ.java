package hydrangea.models.critic;

import hydrangea.models.Gradient;
import hydrangea.models.LogDensity;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;

/**
 * The policy that a critic asks for, log p(a | s) = min_K Q_k(s, a) / alpha up to its normaliser:
 * the reverse KL divergence to it is SAC's actor loss over alpha.
 *
 * <p>Source: Haarnoja et al. 2018, eq. 6 and 7 of <a href="https://arxiv.org/abs/1812.05905">arXiv
 * 1812.05905</a>.
 */
public record SoftQ(Critic critic, double alpha) implements LogDensity {
  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    Pass judged = critic.forward(obs, x);
    return new Least(judged, alpha);
  }

  /** The gradient goes to the lesser of each row alone. */
  private record Least(Pass judged, double alpha, Matrix value) implements Pass {
    Least(Pass judged, double alpha) {
      this(judged, alpha, new Matrix(judged.value().rows, 1));
      for (int i = 0; i < value.rows; i++) {
        value.data[i] = judged.value().at(i, least(i)) / alpha;
      }
    }

    private int least(int row) {
      int least = 0;
      for (int k = 1; k < judged.value().columns; k++) {
        least = judged.value().at(row, k) < judged.value().at(row, least) ? k : least;
      }
      return least;
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      var dJudged = new Matrix(value.rows, judged.value().columns);
      for (int i = 0; i < value.rows; i++) {
        dJudged.data[i * dJudged.columns + least(i)] = dValue.data[i] / alpha;
      }
      return judged.backward(dJudged, into);
    }
  }
}
