/** Densities and the maps between them, with their gradients. */
@NullMarked
package hydrangea.models.distribution;

import org.jspecify.annotations.NullMarked;
