package hydrangea.models.estimation;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;

/** Learns W from one transition after the other. */
public interface Estimator extends Saved {
  /**
   * Takes in a transition.
   *
   * @param phi features of the state and the action, {@code [f]}
   * @param next the state that followed, {@code [d]}
   */
  void add(double[] phi, double[] next);

  /**
   * W after all transitions so far, {@code [sum of k over d, f]}.
   *
   * @throws IllegalArgumentException if they do not determine it
   */
  Matrix estimate();
}
