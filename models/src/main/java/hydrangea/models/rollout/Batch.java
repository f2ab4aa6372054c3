package hydrangea.models.rollout;

import hydrangea.models.Matrix;

/**
 * Transitions drawn from experience, a row each.
 *
 * @param obs {@code [B, S]}
 * @param action {@code [B, A]}
 * @param reward {@code [B, 1]}
 * @param nextObs {@code [B, S]}
 * @param terminated 1 where nothing follows, {@code [B, 1]}
 */
public record Batch(Matrix obs, Matrix action, Matrix reward, Matrix nextObs, Matrix terminated) {
  /** The same with other observations. */
  public Batch with(Matrix otherObs, Matrix otherNextObs) {
    return new Batch(otherObs, action, reward, otherNextObs, terminated);
  }
}
