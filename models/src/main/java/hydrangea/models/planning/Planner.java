package hydrangea.models.planning;

import hydrangea.models.Seeds;

/** Chooses actions; safe to use from several threads. */
@FunctionalInterface
public interface Planner {
  /** The action to take at {@code state}, as a number from -1 to 1. */
  double choose(double[] state, Dynamics dynamics, Seeds seeds);
}
