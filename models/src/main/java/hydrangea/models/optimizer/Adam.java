package hydrangea.models.optimizer;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * Adam, w -= rate mHat / (sqrt(vHat) + epsilon): steps by the bias-corrected average of the
 * gradient over the root of that of its square, with epsilon outside the root.
 *
 * <p>Source: Kingma and Ba 2015, algorithm 1, <a
 * href="https://arxiv.org/abs/1412.6980">arXiv:1412.6980</a>; epsilon as in PyTorch.
 */
public final class Adam implements Optimizer {
  private final Spec spec;
  private final Moments moments;

  public Adam(Spec spec, int size) {
    this.spec = spec;
    moments = new Moments(size, spec.beta1, spec.beta2, spec.epsilon);
  }

  /**
   * The parameters of Adam.
   *
   * @param learningRate the length of a step, before the schedule
   * @param beta1 decay of the average of the gradient, in [0, 1)
   * @param beta2 decay of the average of its square, in [0, 1)
   * @param epsilon keeps the step finite where the gradient vanishes
   * @param schedule the factor on the learning rate over the training
   * @param clipNorm the longest gradient, longer ones are scaled down to it; infinity for none
   */
  public record Spec(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      Schedule schedule,
      double clipNorm)
      implements OptimizerSpec {

    public Spec {
      Check.positive("learningRate", learningRate);
      Check.share("beta1", beta1);
      Check.share("beta2", beta2);
      Check.positiveFloat("epsilon", epsilon);
      Check.positiveOrInfinite("clipNorm", clipNorm);
    }

    @Override
    public Adam build(int size) {
      return new Adam(this, size);
    }
  }

  @Override
  public double update(Weights weights, Gradient gradient, long step, long steps) {
    Require.fitting(weights, gradient, moments.size());
    double norm = gradient.norm();
    double clip = Clipping.coefficient(norm, spec.clipNorm);
    double rate = spec.learningRate * spec.schedule.factor(step, steps);
    moments.update(weights.edit(), gradient.value(), clip, rate, 1);
    return norm;
  }

  @Override
  public void exchange(Store store) {
    moments.exchange(store);
  }
}
