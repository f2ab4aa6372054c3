package hydrangea.envs.lander;

/**
 * Gravity and wind.
 *
 * @param gravity m/s^2, along y
 * @param wind whether it blows
 * @param windPower greatest force, N
 * @param turbulencePower greatest torque, N m
 */
public record Weather(double gravity, boolean wind, double windPower, double turbulencePower) {
  /** How strong, from -1 to 1: tanh(sin(2 k i) + sin(pi k i)) with k = .01, which never repeats. */
  static double gust(int index) {
    return Math.tanh(Math.sin(.02 * index) + Math.sin(Math.PI * .01 * index));
  }
}
