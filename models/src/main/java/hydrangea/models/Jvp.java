package hydrangea.models;

/**
 * A pass beside the derivative of its value along given directions, a Jacobian-vector product, as a
 * constant: nobody goes back through it.
 *
 * @param tangent one block of B rows a direction, {@code [K B, n]}
 */
public record Jvp(Pass pass, Matrix tangent) {}
