package hydrangea.models.loss;

import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;

/**
 * {@code r + gamma (1 - d) z}: what a value, or a whole distribution of returns, is regressed on, a
 * constant.
 *
 * <p>Source: Watkins 1989; of distributions Bellemare, Dabney and Munos 2017, eq. 5 of <a
 * href="https://arxiv.org/abs/1707.06887">arXiv 1707.06887</a>.
 */
public final class Bellman {
  private Bellman() {}

  /**
   * Of numbers, {@code [B, K]}.
   *
   * @param reward {@code [B, 1]}
   * @param terminated 1 where the episode ended, and not where it was cut short; {@code [B, 1]}
   * @param next z of the action that is taken next: one value, or draws from its returns, {@code
   *     [B, K]}
   */
  public static Matrix backup(Matrix reward, Matrix terminated, double discount, Matrix next) {
    Rows.perRow(next, reward, terminated);
    var target = new Matrix(next.rows, next.columns);
    for (int i = 0, k = 0; i < next.rows; i++) {
      double live = live(terminated, discount, i);
      for (int j = 0; j < next.columns; j++, k++) {
        target.data[k] = reward.data[i] + live * next.data[k];
      }
    }
    return target;
  }

  /**
   * Of distributions: means {@code r + gamma (1 - d) mean}, variances {@code max(gamma^2 (1 - d) v,
   * leastVariance)}. After an end all that is left is the reward, as sharp as the least variance
   * allows.
   *
   * @param reward {@code [B, 1]}
   * @param terminated as above
   * @param next of the action that is taken next
   * @param leastVariance positive
   */
  public static ScalarMixtures backup(
      Matrix reward,
      Matrix terminated,
      double discount,
      ScalarMixtures next,
      double leastVariance) {
    Rows.perRow(next.head(), reward, terminated);
    var scale = new Matrix(reward.rows, 1);
    for (int i = 0; i < scale.rows; i++) {
      scale.data[i] = live(terminated, discount, i);
    }
    return next.moved(reward, scale, leastVariance);
  }

  private static double live(Matrix terminated, double discount, int row) {
    return discount * (1 - terminated.data[row]);
  }
}
