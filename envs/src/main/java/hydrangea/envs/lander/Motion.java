package hydrangea.envs.lander;

/**
 * Where a body is and how it moves, as Box2D says it: float32 numbers.
 *
 * @param x of the body's origin, m
 * @param y of the body's origin, m
 * @param angle rad, counter-clockwise, not wrapped
 * @param vx of the centre of mass, m/s
 * @param vy of the centre of mass, m/s
 * @param omega rad/s
 */
public record Motion(double x, double y, double angle, double vx, double vy, double omega) {}
