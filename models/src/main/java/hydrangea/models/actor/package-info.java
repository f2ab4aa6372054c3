/**
 * Policies, and what each can do: capabilities are interfaces, and an objective asks for the
 * weakest one that suffices.
 *
 * <p>Time runs from data at t = 0 to noise at t = 1, with z_t = (1 - t) x + t e and v = e - x.
 */
@NullMarked
package hydrangea.models.actor;

import org.jspecify.annotations.NullMarked;
