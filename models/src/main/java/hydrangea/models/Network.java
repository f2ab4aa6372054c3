package hydrangea.models;

/** A differentiable function of the rows of a matrix, {@code [B, inputs] -> [B, outputs]}. */
public interface Network {
  int inputs();

  int outputs();

  /** The value alone: keeps nothing for a way back. */
  Matrix apply(Matrix x);

  Pass forward(Matrix x);

  /**
   * The value and its derivative along {@code directions}, {@code [K B, inputs]}: {@code K} blocks
   * of {@code B} rows.
   */
  TangentPass tangent(Matrix x, Matrix directions);
}
