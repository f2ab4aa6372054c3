/** Optimal transport between equally many points: exact assignments, W1 and its sliced kin. */
@NullMarked
package hydrangea.models.transport;

import org.jspecify.annotations.NullMarked;
