package hydrangea.models.distribution;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;

/**
 * The range {@code [low, high]} that log-stds are clamped to; no gradient flows where they are
 * outside. For a target as narrow as 0.02 (log -3.9) {@code low} must stay below -4.
 */
public record LogStdRange(double low, double high) {
  public LogStdRange {
    check(low, high);
  }

  /** What a script may give as logStdMin and logStdMax. */
  public static void check(double low, double high) {
    Check.require(
        Double.isFinite(low) && Double.isFinite(high) && low < high,
        "logStdMin must be below logStdMax, and both finite, was " + low + " against " + high);
  }

  /**
   * The same head with its second half clamped, {@code [B, 2A]} to {@code [B, 2A]}: means pass
   * unchanged.
   *
   * @param head the means beside the log-stds
   */
  public Pass clamp(Matrix head) {
    var value = new Matrix(head.rows, head.columns, head.data.clone());
    for (int i = 0; i < head.rows; i++) {
      for (int k = logStdFrom(head, i); k < (i + 1) * head.columns; k++) {
        value.data[k] = Math.max(low, Math.min(high, head.data[k]));
      }
    }
    return new Clamped(value, head, this);
  }

  private static int logStdFrom(Matrix head, int row) {
    return row * head.columns + head.columns / 2;
  }

  private record Clamped(Matrix value, Matrix head, LogStdRange range) implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      var back = new Matrix(dValue.rows, dValue.columns, dValue.data.clone());
      for (int i = 0; i < head.rows; i++) {
        for (int k = logStdFrom(head, i); k < (i + 1) * head.columns; k++) {
          if (head.data[k] < range.low || head.data[k] > range.high) {
            back.data[k] = 0;
          }
        }
      }
      return back;
    }
  }
}
