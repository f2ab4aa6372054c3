/** Pictures of states by Java2D, which needs no display. */
@NullMarked
package hydrangea.envs.picture;

import org.jspecify.annotations.NullMarked;
