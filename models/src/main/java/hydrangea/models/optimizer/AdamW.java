package hydrangea.models.optimizer;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * Adam with decoupled weight decay, w = (1 - rate weightDecay) w - rate mHat / (sqrt(vHat) +
 * epsilon): the decay shrinks the weights directly and never enters the averages.
 *
 * <p>Source: Loshchilov and Hutter 2019, algorithm 2, <a
 * href="https://arxiv.org/abs/1711.05101">arXiv:1711.05101</a>; as in PyTorch the decay is times
 * the learning rate.
 */
public final class AdamW implements Optimizer {
  private final Spec spec;
  private final Moments moments;

  public AdamW(Spec spec, int size) {
    this.spec = spec;
    moments = new Moments(size, spec.beta1, spec.beta2, spec.epsilon);
  }

  /**
   * The parameters of AdamW.
   *
   * @param learningRate the length of a step, before the schedule
   * @param beta1 decay of the average of the gradient, in [0, 1)
   * @param beta2 decay of the average of its square, in [0, 1)
   * @param epsilon keeps the step finite where the gradient vanishes
   * @param weightDecay how much of a weight goes per unit of learning rate
   * @param schedule the factor on the learning rate over the training
   * @param clipNorm the longest gradient, longer ones are scaled down to it; infinity for none
   */
  public record Spec(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      Schedule schedule,
      double clipNorm)
      implements OptimizerSpec {

    public Spec {
      Check.positive("learningRate", learningRate);
      Check.share("beta1", beta1);
      Check.share("beta2", beta2);
      Check.positiveFloat("epsilon", epsilon);
      Check.notNegative("weightDecay", weightDecay);
      Check.positiveOrInfinite("clipNorm", clipNorm);
    }

    @Override
    public AdamW build(int size) {
      return new AdamW(this, size);
    }
  }

  @Override
  public double update(Weights weights, Gradient gradient, long step, long steps) {
    Require.fitting(weights, gradient, moments.size());
    double norm = gradient.norm();
    double clip = Clipping.coefficient(norm, spec.clipNorm);
    double rate = spec.learningRate * spec.schedule.factor(step, steps);
    double keep = 1 - rate * spec.weightDecay;
    moments.update(weights.edit(), gradient.value(), clip, rate, keep);
    return norm;
  }

  @Override
  public void exchange(Store store) {
    moments.exchange(store);
  }
}
