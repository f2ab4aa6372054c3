package hydrangea.models.loss;

import hydrangea.models.Matrix;

/**
 * {@code y = r + gamma (1 - d) (min_K Q(s', a') - alpha log pi(a' | s'))} with a' drawn from the
 * policy: what SAC's critics are regressed on, a constant.
 *
 * <p>Source: Haarnoja et al. 2018, eq. 2 and 3 of <a href="https://arxiv.org/abs/1812.05905">arXiv
 * 1812.05905</a>, with the smallest of several critics as in its section 6.
 */
public final class SoftTarget {
  private SoftTarget() {}

  /**
   * {@code [B, 1]}.
   *
   * @param reward {@code [B, 1]}
   * @param terminated 1 where the episode ended, and not where it was cut short; {@code [B, 1]}
   * @param nextQ the target critics at (s', a'), {@code [B, K]}
   * @param nextLogProb log pi(a' | s'), {@code [B, 1]}
   */
  public static Matrix of(
      Matrix reward,
      Matrix terminated,
      double discount,
      Matrix nextQ,
      Matrix nextLogProb,
      double alpha) {
    Rows.perRow(reward, reward, terminated, nextLogProb);
    var target = new Matrix(reward.rows, 1);
    for (int i = 0; i < target.rows; i++) {
      double value = least(nextQ, i) - alpha * nextLogProb.data[i];
      target.data[i] = reward.data[i] + discount * (1 - terminated.data[i]) * value;
    }
    return target;
  }

  private static double least(Matrix q, int row) {
    double least = q.at(row, 0);
    for (int k = 1; k < q.columns; k++) {
      least = Math.min(least, q.at(row, k));
    }
    return least;
  }
}
