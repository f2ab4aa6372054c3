package hydrangea.models.estimation;

import hydrangea.models.Matrix;

/**
 * Transitions that were seen.
 *
 * @param phi features of the states and actions, {@code [n, f]}
 * @param next the states that followed, {@code [n, d]}
 */
public record Sample(Matrix phi, Matrix next) {}
