/** Estimates of value: what actors are taught by. */
@NullMarked
package hydrangea.models.critic;

import org.jspecify.annotations.NullMarked;
