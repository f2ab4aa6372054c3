package hydrangea.models.distribution;

import hydrangea.models.Bijection;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;

/**
 * The bijection {@code a = tanh(u)} of the real line onto (-1, 1), per coordinate; the observation
 * is ignored. In both directions the term is {@code log|du/da| = -sum_A log(1 - a^2)}.
 *
 * <p>Stability: {@code log(1 - a^2)} from {@code a} alone has no correct digit left beyond {@code
 * |u| = 19}, where {@code a} rounds to 1, and only three at 15. With {@code e = exp(-2|u|)}, which
 * never overflows,
 *
 * <pre>
 * log(1 - tanh(u)^2) = 2 (log 2 - u - softplus(-2u)) = log 4 - 2|u| - 2 log(1 + e)
 * 1 - tanh(u)^2      = 4 e / (1 + e)^2
 * </pre>
 *
 * are exact to rounding for every u (the middle form is even in u, so the absolute value may be
 * taken first). Values of {@code a} are exact to 1e-16, absolutely.
 *
 * <p>The inverse needs an action inside (-1, 1): one on or beyond the border counts as the last
 * double inside ({@code |u| = 18.7}), with no gradient. It cannot give back what rounding took: an
 * {@code a} that is off by 1e-16 is off by {@code 1e-16 / (1 - a^2)} in u, 1e-4 at 15. So a sample
 * keeps its u and its log-density from the draw, and only foreign actions are inverted.
 */
public record Tanh() implements Bijection {
  private static final double LOG_FOUR = Math.log(4);
  private static final double LAST_INSIDE = Math.nextDown(1.0);

  @Override
  public LogPass forward(Matrix obs, Matrix base) {
    var action = new Matrix(base.rows, base.columns);
    var slope = new Matrix(base.rows, base.columns);
    var log = new Matrix(base.rows, 1);
    for (int i = 0, k = 0; i < base.rows; i++) {
      double sum = 0;
      for (int j = 0; j < base.columns; j++, k++) {
        double twice = 2 * Math.abs(base.data[k]);
        double e = Math.exp(-twice);
        action.data[k] = Math.copySign((1 - e) / (1 + e), base.data[k]);
        slope.data[k] = 4 * e / ((1 + e) * (1 + e));
        sum += twice + 2 * Math.log(1 + e) - LOG_FOUR;
      }
      log.data[i] = sum;
    }
    return new Forward(action, log, slope);
  }

  private record Forward(Matrix value, Matrix log, Matrix slope) implements LogPass {
    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      var back = new Matrix(value.rows, value.columns);
      for (int i = 0, k = 0; i < value.rows; i++) {
        for (int j = 0; j < value.columns; j++, k++) {
          back.data[k] = dValue.data[k] * slope.data[k] + dLog.data[i] * 2 * value.data[k];
        }
      }
      return back;
    }
  }

  @Override
  public LogPass inverse(Matrix obs, Matrix data) {
    var base = new Matrix(data.rows, data.columns);
    var log = new Matrix(data.rows, 1);
    for (int i = 0, k = 0; i < data.rows; i++) {
      double sum = 0;
      for (int j = 0; j < data.columns; j++, k++) {
        double a = Math.max(-LAST_INSIDE, Math.min(LAST_INSIDE, data.data[k]));
        double above = Math.log(1 + a);
        double below = Math.log(1 - a);
        base.data[k] = 0.5 * (above - below);
        sum -= above + below;
      }
      log.data[i] = sum;
    }
    return new Inverse(base, log, data);
  }

  private record Inverse(Matrix value, Matrix log, Matrix data) implements LogPass {
    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      var back = new Matrix(value.rows, value.columns);
      for (int i = 0, k = 0; i < value.rows; i++) {
        for (int j = 0; j < value.columns; j++, k++) {
          double a = data.data[k];
          boolean inside = Math.abs(a) < 1;
          back.data[k] = inside ? (dValue.data[k] + dLog.data[i] * 2 * a) / ((1 - a) * (1 + a)) : 0;
        }
      }
      return back;
    }
  }
}
