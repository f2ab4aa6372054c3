package hydrangea.models.loss;

import hydrangea.models.Matrix;

/**
 * {@code -log alpha mean_B(log pi(a) + H)}: SAC's loss for its temperature, which grows while the
 * entropy of the policy is below H. What is learned is log alpha; log pi is a constant.
 *
 * <p>Source: Haarnoja et al. 2018, eq. 18 of <a href="https://arxiv.org/abs/1812.05905">arXiv
 * 1812.05905</a>, with log alpha in the place of its factor alpha, as Stable-Baselines3 has it.
 *
 * @param value the mean over rows
 * @param dLogAlpha its gradient
 */
public record Temperature(double value, double dLogAlpha) {
  /**
   * The loss of a batch of draws.
   *
   * @param logProb log pi of the draws, {@code [B, 1]}
   * @param targetEntropy H in nats, of the dimensions that log pi counts: see {@link
   *     hydrangea.models.actor.Scored#entropyDimensions}
   */
  public static Temperature of(double logAlpha, Matrix logProb, double targetEntropy) {
    double gradient = -(logProb.mean() + targetEntropy);
    return new Temperature(logAlpha * gradient, gradient);
  }
}
