/**
 * Experience: environments stepped side by side, and the statistics of what was observed.
 *
 * <p>These are here and not wrappers in {@code hydrangea.envs} because they remember something from
 * one episode to the next, so a checkpoint must keep them. What it keeps of an episode under way is
 * its number and its actions: they are played again.
 */
@NullMarked
package hydrangea.models.rollout;

import org.jspecify.annotations.NullMarked;
