/**
 * Multi-layer perceptrons with their gradients, twice: {@link hydrangea.models.nn.DjlMlp} in native
 * floats for training, {@link hydrangea.models.nn.JavaMlp} in doubles for tests and single rows.
 * The only package that knows DJL and native memory: matrices go in and come out.
 *
 * <p>Decision: of a native network only the matrix products are native. Biases, activations, slopes
 * and the sums of bias gradients are loops in Java over blocks of its memory, one sweep where
 * native operations took six, which the JVM turns into vector instructions. Measured against the
 * bare matrix products on one core: .67 to .77 of them for a Gaussian of 256x3 at batch 256, .38 to
 * .50 for 128x2 at batch 64. {@code ./hydrangea bench} measures it again.
 */
@NullMarked
package hydrangea.models.nn;

import org.jspecify.annotations.NullMarked;
