package hydrangea.models;

import java.util.function.Function;

/**
 * A pass with a log-density term beside its value: log|d base / d data| of a map, or the
 * log-density of a draw. The term has this sign in both directions, so terms always add.
 */
public interface LogPass extends Pass {
  /** {@code [B, 1]}. */
  Matrix log();

  /**
   * As {@link Pass#backward}, for both outputs.
   *
   * @param dValue the gradient of {@link #value}, {@code [B, n]}
   * @param dLog the gradient of {@link #log}, {@code [B, 1]}
   */
  Matrix backward(Matrix dValue, Matrix dLog, Gradient into);

  /** {@link #backward} for those who have no use for the gradient of the input. */
  default void collect(Matrix dValue, Matrix dLog, Gradient into) {
    backward(dValue, dLog, into);
  }

  @Override
  default Matrix backward(Matrix dValue, Gradient into) {
    return backward(dValue, new Matrix(dValue.rows, 1), into);
  }

  /** This value through {@code map}: values chain, log terms add. */
  default LogPass through(Function<Matrix, LogPass> map) {
    return new ChainedLogPass(this, map.apply(value()));
  }

  /**
   * This value through {@code decoder}, a map without a log-determinant, which may have any number
   * of outputs: the term stays that of this value, a surrogate for the one of the outputs.
   */
  default LogPass decoded(Function<Matrix, Pass> decoder) {
    return new DecodedLogPass(this, decoder.apply(value()));
  }
}
