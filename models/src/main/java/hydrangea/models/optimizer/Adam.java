package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * Adam: {@code m = beta1 m + (1 - beta1) g}, {@code v = beta2 v + (1 - beta2) g^2}, {@code w -=
 * rate m' / (sqrt(v') + epsilon)} with {@code m' = m / (1 - beta1^t)}, {@code v' = v / (1 -
 * beta2^t)}.
 *
 * <p>Source: Kingma and Ba 2015, algorithm 1, <a href="https://arxiv.org/abs/1412.6980">arXiv
 * 1412.6980</a>. Epsilon is added after the bias correction, as there and in PyTorch.
 */
public final class Adam implements Optimizer {
  /**
   * Its parameters.
   *
   * @param learningRate the rate at factor 1 of the schedule
   * @param schedule a factor of the learning rate over the training
   * @param clipNorm the largest global norm of a gradient; infinite for no clipping
   * @param beta1 decay of the gradient's mean per update
   * @param beta2 decay of the squared gradient's mean per update
   * @param epsilon in units of the gradient
   */
  public record Spec(
      double learningRate,
      Schedule schedule,
      double clipNorm,
      double beta1,
      double beta2,
      double epsilon)
      implements OptimizerSpec {
    public Spec {
      Check.positive("learningRate", learningRate);
      Check.clipNorm(clipNorm);
      Check.decay("beta1", beta1);
      Check.decay("beta2", beta2);
      Check.positive("epsilon", epsilon);
    }

    @Override
    public Adam build(Weights weights) {
      return new Adam(this, weights);
    }
  }

  private final Spec spec;
  private final Weights weights;
  private final double weightDecay;
  private final float[] mean;
  private final float[] square;
  private long updates;

  public Adam(Spec spec, Weights weights) {
    this(spec, weights, 0);
  }

  Adam(Spec spec, Weights weights, double weightDecay) {
    this.spec = spec;
    this.weights = weights;
    this.weightDecay = weightDecay;
    mean = new float[weights.size()];
    square = new float[weights.size()];
  }

  @Override
  public double update(Gradient gradient, long step, long steps) {
    double norm = Clipping.norm(gradient, weights);
    if (Double.isFinite(norm)) {
      updates++;
      double t = updates;
      double root = Math.sqrt(1 - Math.pow(spec.beta2, t));
      double rate = spec.learningRate * spec.schedule.factor(step, steps);
      // the root of the bias correction moves to rate and epsilon: w -= rate' m / (sqrt(v) + eps')
      move(
          gradient.value(),
          (float) Clipping.coefficient(norm, spec.clipNorm),
          (float) (rate * root / (1 - Math.pow(spec.beta1, t))),
          Math.max((float) (spec.epsilon * root), Float.MIN_NORMAL),
          (float) (rate * weightDecay));
    }
    return norm;
  }

  /**
   * The constants added and taken away again stop what decays some way above the denormal numbers:
   * units without gradient otherwise cost half a millisecond an update.
   */
  private void move(float[] gradient, float clip, float rate, float epsilon, float shrink) {
    float[] w = weights.edit();
    float[] m = mean;
    float[] v = square;
    float keep1 = (float) spec.beta1;
    float keep2 = (float) spec.beta2;
    float take1 = (float) (1 - spec.beta1);
    float take2 = (float) (1 - spec.beta2);
    for (int i = 0; i < w.length; i++) {
      float g = clip * gradient[i];
      float mi = (keep1 * m[i] + take1 * g + 1e-20f) - 1e-20f;
      float vi = (keep2 * v[i] + take2 * g * g + 1e-28f) - 1e-28f;
      m[i] = mi;
      v[i] = vi;
      w[i] -= rate * mi / ((float) Math.sqrt(vi) + epsilon) + shrink * w[i];
    }
  }

  @Override
  public void exchange(Store store) {
    store.array("mean", mean);
    store.array("square", square);
    updates = store.number("updates", updates);
  }
}
