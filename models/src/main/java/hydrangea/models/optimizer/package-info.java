/** What turns gradients into steps: optimisers, learning-rate schedules and weight averages. */
@NullMarked
package hydrangea.models.optimizer;

import org.jspecify.annotations.NullMarked;
