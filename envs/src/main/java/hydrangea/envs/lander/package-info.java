/**
 * What {@link hydrangea.envs.LunarLander} is made of: the physics that Box2D simulates, and the
 * values that go in and come out. Only {@link hydrangea.envs.lander.Simulation} knows native
 * memory.
 */
@NullMarked
package hydrangea.envs.lander;

import org.jspecify.annotations.NullMarked;
