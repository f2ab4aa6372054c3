/**
 * Multi-layer perceptrons with their gradients, twice: {@link hydrangea.models.nn.DjlMlp} in native
 * floats for training, {@link hydrangea.models.nn.JavaMlp} in doubles for tests and single rows.
 * The only package that knows DJL and native memory: matrices go in and come out.
 */
@NullMarked
package hydrangea.models.nn;

import org.jspecify.annotations.NullMarked;
