package hydrangea.models.distribution;

import hydrangea.models.Bijection;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;

/**
 * {@link Tanh} for values that may lie where it never leads, as the inverse of a flow does: there
 * the term, and so the log-density, is minus infinity, where {@code Tanh} takes a value on or
 * beyond the border for the last one inside.
 */
public record StrictTanh() implements Bijection {
  @Override
  public LogPass forward(Matrix obs, Matrix base) {
    return new Tanh().forward(obs, base);
  }

  @Override
  public LogPass inverse(Matrix obs, Matrix data) {
    LogPass inner = new Tanh().inverse(obs, data);
    var log = new Matrix(data.rows, 1, inner.log().data.clone());
    for (int k = 0; k < data.data.length; k++) {
      if (!(Math.abs(data.data[k]) < 1)) {
        log.data[k / data.columns] = Double.NEGATIVE_INFINITY;
      }
    }
    return new Inverse(inner, log);
  }

  private record Inverse(LogPass inner, Matrix log) implements LogPass {
    @Override
    public Matrix value() {
      return inner.value();
    }

    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      return inner.backward(dValue, dLog, into);
    }
  }
}
