/**
 * What an actor is trained to do. An objective is a pure function with parameters: its record is
 * both the spec and the function, and names the weakest capability that it needs.
 */
@NullMarked
package hydrangea.models.objective;

import org.jspecify.annotations.NullMarked;
