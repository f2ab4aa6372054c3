/**
 * Environments in plain Java doubles, with Gymnasium's names, spaces, bounds and numbers.
 *
 * <p>{@link EnvSpec} is the catalogue: the records that say which environment to build. What they
 * build is an {@link Environment}: pure functions of an explicit state, an action and a random
 * generator. Wrappers are records around another environment.
 */
@NullMarked
package hydrangea.envs;

import org.jspecify.annotations.NullMarked;
