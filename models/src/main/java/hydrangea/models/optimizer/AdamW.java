package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * {@link Adam} with decoupled weight decay: besides Adam's step, {@code w -= rate weightDecay w}.
 *
 * <p>Source: Loshchilov and Hutter 2019, algorithm 2, <a
 * href="https://arxiv.org/abs/1711.05101">arXiv 1711.05101</a>; as in PyTorch the decay is
 * multiplied with the learning rate. All weights decay, biases too.
 */
public final class AdamW implements Optimizer {
  /**
   * Its parameters: Adam's and one more.
   *
   * @param weightDecay the share of a weight that a rate of 1 would take away per update
   */
  public record Spec(
      double learningRate,
      double weightDecay,
      Schedule schedule,
      double clipNorm,
      double beta1,
      double beta2,
      double epsilon)
      implements OptimizerSpec {
    public Spec {
      new Adam.Spec(learningRate, schedule, clipNorm, beta1, beta2, epsilon);
      Check.notNegative("weightDecay", weightDecay);
    }

    @Override
    public AdamW build(Weights weights) {
      return new AdamW(this, weights);
    }

    private Adam.Spec adam() {
      return new Adam.Spec(learningRate, schedule, clipNorm, beta1, beta2, epsilon);
    }
  }

  private final Adam adam;

  public AdamW(Spec spec, Weights weights) {
    adam = new Adam(spec.adam(), weights, spec.weightDecay);
  }

  @Override
  public double update(Gradient gradient, long step, long steps) {
    return adam.update(gradient, step, steps);
  }

  @Override
  public void exchange(Store store) {
    adam.exchange(store);
  }
}
