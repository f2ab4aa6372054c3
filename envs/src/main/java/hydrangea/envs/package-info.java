/**
 * Environments in plain Java doubles, with Gymnasium's names, spaces, bounds and numbers.
 *
 * <p>{@link EnvSpec} is the catalogue: the records that say which environment to build. What they
 * build is an {@link Environment}: pure functions of an explicit state, an action and a random
 * generator. Wrappers are records around another environment.
 *
 * <p>Decision: a state is a value, also where a native world does the work ({@link LunarLander}).
 * Such a state holds what the episode was made of, its start and its moves, and the environment
 * keeps the one world that it stepped last: stepping that state costs one step, stepping any other
 * rebuilds its world by replay. So planning, replays, laws and checkpoints treat all environments
 * alike, at most one world lives per environment, a reset or {@link Environment#close} frees it at
 * once, and nothing else can leak. The price: episodes that take turns on one such environment
 * replay at every turn. Let each have its own.
 *
 * <p>Decision: no state needs to be saved. An environment is deterministic in its draws, so a
 * checkpoint in mid-episode keeps the name of the episode's random numbers and its actions, and
 * plays them again: {@code hydrangea.models.rollout}, which for the same reason holds whatever
 * remembers something across episodes (statistics of observations).
 */
@NullMarked
package hydrangea.envs;

import org.jspecify.annotations.NullMarked;
