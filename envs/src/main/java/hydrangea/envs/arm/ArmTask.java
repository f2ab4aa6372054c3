package hydrangea.envs.arm;

/** What the arm is to do, and what for: the catalogue of its rewards. */
public sealed interface ArmTask permits ArmTask.Reach, ArmTask.Imitation, ArmTask.Open {
  /** A task of the user's own. */
  non-sealed interface Open extends ArmTask {}

  /** The pose to be taken in an episode that starts so; none where poses do not matter. */
  Angles model(Chain chain, Angles start, Point target);

  /**
   * The reward of having come to {@code angles}.
   *
   * @param distance of the effector from the target
   * @param reached whether that ends the episode
   */
  double reward(double distance, boolean reached, Angles angles, Angles model);

  /**
   * To bring the effector to the target, by whatever pose: r = -distance.
   *
   * @param bonus added where it is reached
   */
  record Reach(double bonus) implements ArmTask {
    public Reach {
      if (!Double.isFinite(bonus)) {
        throw new IllegalArgumentException("bonus must be finite, but is " + bonus);
      }
    }

    @Override
    public Angles model(Chain chain, Angles start, Point target) {
      return Angles.NONE;
    }

    @Override
    public double reward(double distance, boolean reached, Angles angles, Angles model) {
      return reached ? bonus - distance : -distance;
    }
  }

  /**
   * To take the pose that {@link CcdSolver} finds from the start: r = -mean |wrap(model -
   * angle)|^order.
   *
   * @param tolerance distance at which the solver stops
   * @param maxSweeps after which it stops anyway
   */
  record Imitation(double order, double tolerance, int maxSweeps) implements ArmTask {
    public Imitation {
      boolean fine = order > 0 && tolerance > 0 && maxSweeps >= 1; // false with NaN
      if (!fine) {
        throw new IllegalArgumentException(
            ("order and tolerance must be positive and maxSweeps at least 1, "
                    + "but they are %s, %s and %s")
                .formatted(order, tolerance, maxSweeps));
      }
    }

    @Override
    public Angles model(Chain chain, Angles start, Point target) {
      return new CcdSolver(tolerance, maxSweeps).solve(chain, start, target).angles();
    }

    @Override
    public double reward(double distance, boolean reached, Angles angles, Angles model) {
      double sum = 0;
      for (int i = 0; i < angles.size(); i++) {
        sum += Math.pow(Math.abs(Angles.wrap(model.get(i) - angles.get(i))), order);
      }
      return -sum / angles.size();
    }
  }
}
