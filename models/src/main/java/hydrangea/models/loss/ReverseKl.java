package hydrangea.models.loss;

import hydrangea.models.Matrix;

/**
 * {@code mean_B(log pi(a) - log p(a))} over draws a of pi, in nats: the reverse KL divergence up to
 * the target's log normaliser. It seeks modes: a policy that sits on one mode of weight w has
 * {@code -log w}.
 *
 * <p>Both terms carry gradient: {@code draw.backward(target.backward(loss.dLogTarget(), NONE),
 * loss.dLogProb(), into)}. With {@code log p = Q / alpha} it is SAC's actor loss over alpha
 * (Haarnoja et al. 2018, eq. 7 of <a href="https://arxiv.org/abs/1812.05905">arXiv 1812.05905</a>).
 *
 * @param value the mean over rows
 * @param dLogProb {@code 1 / B}, {@code [B, 1]}
 * @param dLogTarget {@code -1 / B}, {@code [B, 1]}
 */
public record ReverseKl(double value, Matrix dLogProb, Matrix dLogTarget) {
  /**
   * The loss of a batch of draws.
   *
   * @param logProb log pi of the draws, {@code [B, 1]}
   * @param logTarget log p of the draws, perhaps unnormalised, {@code [B, 1]}
   */
  public static ReverseKl of(Matrix logProb, Matrix logTarget) {
    Rows.perRow(logProb, logProb, logTarget);
    int rows = logProb.rows;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += logProb.data[i] - logTarget.data[i];
    }
    return new ReverseKl(
        sum / rows, Matrix.filled(rows, 1, 1.0 / rows), Matrix.filled(rows, 1, -1.0 / rows));
  }
}
