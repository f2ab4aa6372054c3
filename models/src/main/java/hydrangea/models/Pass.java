package hydrangea.models;

/**
 * A value and the way back: what some function gave, and the gradient of it. A pass is a closure,
 * so the function may run again before this one goes back; a pass goes back at most once.
 */
public interface Pass {
  /** {@code [B, n]}. */
  Matrix value();

  /**
   * Returns the gradient of the input, {@code [B, m]}, and adds that of the weights to {@code into}
   * if they are the ones it collects.
   *
   * @param dValue the gradient of {@link #value}, {@code [B, n]}
   */
  Matrix backward(Matrix dValue, Gradient into);

  /** {@link #backward} for those who have no use for the gradient of the input. */
  default void collect(Matrix dValue, Gradient into) {
    backward(dValue, into);
  }
}
