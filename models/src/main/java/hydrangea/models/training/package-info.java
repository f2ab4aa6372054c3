/**
 * Experiments and how they run: a kind of experiment starts a {@link
 * hydrangea.models.training.Training}, the only thing that the runner knows.
 *
 * <p>Decisions: measures draw from seeds of their own, the same at every moment and in every run,
 * so that results compare; a study's seed is added to those of its members, so that a member gives
 * the same numbers as alone; an average of the weights is a second actor of the same spec.
 *
 * <p>A study has seeds itself, instead of a member for each: a key such as {@code
 * members.a.episodes} is then said once, and a figure knows which runs belong together. Its
 * intervals are those of the mean, as in the papers whose figures studies reproduce; the report of
 * a sweep has quartiles, since it asks how seeds differ. The result {@code a.key} is the mean over
 * seeds, {@code a.0.key} that of the first.
 *
 * <p>A training keeps all that the next update and the final outputs depend on, so that it can be
 * cut off anywhere and goes on as if it had not been: weights and their average, the optimiser's
 * averages, the sums of a row that is not full yet, and what it has told, since later pictures show
 * that too (figures are data, and kept as such). Randomness needs nothing: every draw is made
 * afresh from (seed, update). For the same reason the seed is settled by the first update. A
 * finished member of a study keeps what it has told and its results, not its weights: nothing needs
 * them again, and ten members would make the checkpoint ten times as large; it cannot be trained
 * on.
 */
@NullMarked
package hydrangea.models.training;

import org.jspecify.annotations.NullMarked;
