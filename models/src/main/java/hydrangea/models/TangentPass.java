package hydrangea.models;

/** A pass that also carries its derivative along given directions of the input. */
public interface TangentPass extends Pass {
  /**
   * The derivative along {@code K} directions, one block of {@code B} rows below another: {@code [K
   * B, n]}.
   */
  Matrix tangent();

  /**
   * As {@link Pass#backward}, for both outputs; the directions are constants.
   *
   * @param dValue the gradient of {@link #value}, {@code [B, n]}
   * @param dTangent the gradient of {@link #tangent}, {@code [K B, n]}
   */
  Matrix backward(Matrix dValue, Matrix dTangent, Gradient into);
}
