/**
 * What discrete actions are worth: networks that say something about each action of a state, a
 * value or the distribution of the return to come.
 *
 * <p>Shape letters beside those of {@link hydrangea.models}: {@code n} actions, {@code w} numbers
 * that are said about each, {@code C} components of a mixture. What is said about an action is its
 * head, {@code w} numbers in a row, and heads lie side by side: of a batch they are as well {@code
 * [B, n w]} as {@code [B n, w]}, and the one of an action is cut out by one copy a row.
 */
@NullMarked
package hydrangea.models.value;

import org.jspecify.annotations.NullMarked;
