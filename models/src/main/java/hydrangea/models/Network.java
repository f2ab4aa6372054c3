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

  /** The same for those who take the derivative as a constant: keeps less for the way back. */
  default Jvp jvp(Matrix x, Matrix directions) {
    TangentPass pass = tangent(x, directions);
    return new Jvp(pass, pass.tangent());
  }
}
