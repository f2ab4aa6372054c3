/** Ordinary differential equations along a velocity field. */
@NullMarked
package hydrangea.models.ode;

import org.jspecify.annotations.NullMarked;
