/** Losses: pure functions of matrices that return a value and a gradient. */
@NullMarked
package hydrangea.models.loss;

import org.jspecify.annotations.NullMarked;
