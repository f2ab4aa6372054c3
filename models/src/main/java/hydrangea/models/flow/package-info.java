/** Flows: invertible maps with a network inside and a log-determinant in closed form. */
@NullMarked
package hydrangea.models.flow;

import org.jspecify.annotations.NullMarked;
