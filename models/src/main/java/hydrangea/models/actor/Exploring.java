package hydrangea.models.actor;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/** A policy that gathers experience otherwise than it acts later on. */
public interface Exploring extends Actor {
  /**
   * One action a row, as the training has it at that moment, {@code [B, A]}.
   *
   * @param obs {@code [B, S]}
   */
  Matrix explore(Matrix obs, Seeds seeds, Moment moment);
}
