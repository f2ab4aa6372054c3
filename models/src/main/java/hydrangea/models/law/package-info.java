/**
 * What every entry of a catalogue obeys, a user's own included: checked by tests and by `check`.
 */
@NullMarked
package hydrangea.models.law;

import org.jspecify.annotations.NullMarked;
