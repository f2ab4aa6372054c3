/** Environments in plain Java doubles. */
@NullMarked
package hydrangea.envs;

import org.jspecify.annotations.NullMarked;
