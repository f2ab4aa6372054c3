/** What a density experiment learns: things to sample from, or whose density is known. */
@NullMarked
package hydrangea.models.target;

import org.jspecify.annotations.NullMarked;
