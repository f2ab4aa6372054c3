/** Pictures as data: no plotting library is known here. */
@NullMarked
package hydrangea.models.figure;

import org.jspecify.annotations.NullMarked;
