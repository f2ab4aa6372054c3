/** Random numbers that environments are noisy with. */
@NullMarked
package hydrangea.envs.noise;

import org.jspecify.annotations.NullMarked;
