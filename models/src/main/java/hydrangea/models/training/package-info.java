/**
 * Experiments and how they run: a kind of experiment starts a {@link
 * hydrangea.models.training.Training}, the only thing that the runner knows.
 *
 * <p>Decisions: measures draw from seeds of their own, the same at every moment and in every run,
 * so that results compare; a study's seed is added to those of its members, so that a member gives
 * the same numbers as alone; an average of the weights is a second actor of the same spec.
 */
@NullMarked
package hydrangea.models.training;

import org.jspecify.annotations.NullMarked;
