/**
 * Experiments and how they run: a kind of experiment starts a {@link
 * hydrangea.models.training.Training}, the only thing that the runner knows.
 */
@NullMarked
package hydrangea.models.training;

import org.jspecify.annotations.NullMarked;
