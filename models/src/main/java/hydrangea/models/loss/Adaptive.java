package hydrangea.models.loss;

import hydrangea.models.Loss;
import hydrangea.models.Matrix;

/**
 * Another loss whose rows weigh {@code w = 1 / (|D|^2 + constant)^power}, without gradient through
 * the weight.
 *
 * <p>Source: Geng et al. 2025, "Mean Flows for One-step Generative Modeling", section 4.3, "Loss
 * metrics", <a href="https://arxiv.org/abs/2505.13447">arXiv 2505.13447</a>. Power 0 is the loss
 * itself, 0.5 resembles pseudo-Huber, 1 is the paper's choice.
 *
 * <p>{@code |D|^2} is the <em>sum</em> over coordinates, as in the authors' code. Code that takes
 * the mean over A coordinates with a constant c has the weights of {@code constant = A c} here,
 * times {@code A^power}.
 *
 * @param of the loss whose rows are weighted
 * @param power 0 or more
 * @param constant positive: what keeps the weight finite where the error vanishes
 */
public record Adaptive(RegressionLoss of, double power, double constant) implements RegressionLoss {
  public Adaptive {
    if (!(power >= 0 && Double.isFinite(power))) {
      throw new IllegalArgumentException("power must be 0 or more and finite, was " + power);
    }
    if (!(constant > 0 && Double.isFinite(constant))) {
      throw new IllegalArgumentException("constant must be positive and finite, was " + constant);
    }
  }

  @Override
  public Loss loss(Matrix prediction, Matrix target, Matrix rowWeight) {
    Rows.sameShape(prediction, target, rowWeight);
    var weight = SquaredError.ofRows(prediction, target);
    for (int i = 0; i < weight.rows; i++) {
      weight.data[i] = rowWeight.data[i] * Math.pow(weight.data[i] + constant, -power);
    }
    return of.loss(prediction, target, weight);
  }
}
