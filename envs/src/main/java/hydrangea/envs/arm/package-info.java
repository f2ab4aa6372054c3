/** The planar arm: points, angles, forward and inverse kinematics, and what the arm is to do. */
@NullMarked
package hydrangea.envs.arm;

import org.jspecify.annotations.NullMarked;
