package hydrangea.envs.arm;

/**
 * Inverse kinematics by cyclic coordinate descent: joint after joint, from the last to the first,
 * turns the effector into the direction of the target as seen from that joint.
 *
 * <p>Source: Wang and Chen, "A combined optimization method for solving the inverse kinematics
 * problem of mechanical manipulators" (1991). Near the rim of its reach an arm converges slowly.
 *
 * @param tolerance distance at which it stops
 * @param maxSweeps over all joints, after which it stops anyway
 */
public record CcdSolver(double tolerance, int maxSweeps) {
  /**
   * Where it stopped.
   *
   * @param distance of the effector from the target
   */
  public record Solution(Angles angles, int sweeps, double distance) {}

  /**
   * Angles of {@code chain} that bring its effector to {@code target}, searched from {@code start}.
   */
  public Solution solve(Chain chain, Angles start, Point target) {
    Chain arm = chain.withRelativeAngles();
    Angles angles = chain.toRelative(start);
    double distance = arm.effector(angles).distance(target);
    int sweeps = 0;
    while (distance > tolerance && sweeps < maxSweeps) {
      sweeps++;
      for (int joint = arm.joints() - 1; joint >= 0; joint--) {
        angles = turned(arm, angles, joint, target);
      }
      distance = arm.effector(angles).distance(target);
    }
    return new Solution(chain.fromRelative(angles), sweeps, distance);
  }

  /** Relative angles with one joint turned: no other angle of that joint brings us nearer. */
  static Angles turned(Chain arm, Angles angles, int joint, Point target) {
    var ends = arm.ends(angles);
    Point pivot = joint == 0 ? Point.ORIGIN : ends.get(joint - 1);
    if (pivot.equals(target)) {
      return angles; // every angle is as good
    }
    Point effector = ends.get(ends.size() - 1);
    double turn = pivot.towards(target) - pivot.towards(effector);
    return angles.with(joint, angles.get(joint) + turn);
  }
}
