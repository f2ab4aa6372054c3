package hydrangea.models.testing;

import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Central finite differences: the gradient that owes nothing to the code under test. */
public final class Differences {
  private static final double STEP = 1e-5;

  private Differences() {}

  /** The gradient of {@code f} at {@code x}, accurate to about 1e-9 for smooth f of size one. */
  public static Matrix gradient(ToDoubleFunction<Matrix> f, Matrix x) {
    var gradient = new Matrix(x.rows, x.columns);
    for (int k = 0; k < x.data.length; k++) {
      gradient.data[k] =
          (f.applyAsDouble(moved(x, k, STEP)) - f.applyAsDouble(moved(x, k, -STEP))) / (2 * STEP);
    }
    return gradient;
  }

  private static Matrix moved(Matrix x, int k, double step) {
    var moved = new Matrix(x.rows, x.columns, x.data.clone());
    moved.data[k] += step;
    return moved;
  }

  /** The gradient of {@code <value, dValue>} in the input of a pass. */
  public static Matrix gradient(Function<Matrix, Pass> pass, Matrix x, Matrix dValue) {
    return gradient(moved -> dot(pass.apply(moved).value(), dValue), x);
  }

  /** The gradient of {@code <value, dValue> + <log, dLog>} in the input of a pass. */
  public static Matrix gradient(
      Function<Matrix, LogPass> pass, Matrix x, Matrix dValue, Matrix dLog) {
    return gradient(
        moved -> {
          var run = pass.apply(moved);
          return dot(run.value(), dValue) + dot(run.log(), dLog);
        },
        x);
  }

  private static double dot(Matrix a, Matrix b) {
    double sum = 0;
    for (int k = 0; k < a.data.length; k++) {
      sum += a.data[k] * b.data[k];
    }
    return sum;
  }
}
