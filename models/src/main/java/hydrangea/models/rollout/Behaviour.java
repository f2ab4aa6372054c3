package hydrangea.models.rollout;

import hydrangea.models.Matrix;

/** How to act. */
@FunctionalInterface
public interface Behaviour {
  /**
   * {@code [n, A]}.
   *
   * @param obs {@code [n, S]}
   * @param step steps of the rollout before this one
   */
  Matrix act(Matrix obs, long step);
}
