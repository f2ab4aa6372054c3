/**
 * The mathematics that every experiment shares: matrices, randomness, weights, and passes that know
 * their way back.
 *
 * <p>Shape letters, used in every public doc: {@code B} rows of a batch, {@code K} samples or
 * directions per row, {@code S} observation width, {@code A} action width, {@code T} time steps. A
 * {@code [B, A]} matrix is row-major. Everything here is double; only {@link hydrangea.models.nn}
 * knows floats and native memory.
 */
@NullMarked
package hydrangea.models;

import org.jspecify.annotations.NullMarked;
