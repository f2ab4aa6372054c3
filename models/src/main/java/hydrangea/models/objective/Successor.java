package hydrangea.models.objective;

import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.loss.Bellman;

/**
 * What follows a batch of actions: the rewards, and what the target network says of the actions to
 * be taken next. All of it is constant.
 *
 * @param reward {@code [B, 1]}
 * @param terminated 1 where nothing follows, {@code [B, 1]}
 * @param heads of the next actions, {@code [B, w]}
 * @param values of the next actions, {@code [B, 1]}
 */
public record Successor(
    Matrix reward, Matrix terminated, double discount, Matrix heads, Matrix values) {
  /** {@code r + gamma (1 - d) Q(s', a*)}, {@code [B, 1]}. */
  public Matrix value() {
    return backup(values);
  }

  /** The same of other numbers than Q, {@code [B, K]}. */
  public Matrix backup(Matrix numbers) {
    return Bellman.backup(reward, terminated, discount, numbers);
  }

  /** The law of {@code r + gamma (1 - d) Z}, no component narrower than {@code leastStd}. */
  public ScalarMixtures backup(ScalarMixtures returns, double leastStd) {
    return Bellman.backup(reward, terminated, discount, returns, leastStd * leastStd);
  }
}
