package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * Stochastic gradient descent with momentum: {@code b = momentum b + g}, {@code w -= rate b}, as
 * PyTorch's without dampening.
 */
public final class Sgd implements Optimizer {
  /**
   * Its parameters.
   *
   * @param learningRate the rate at factor 1 of the schedule
   * @param momentum 0 for plain descent
   * @param schedule a factor of the learning rate over the training
   * @param clipNorm the largest global norm of a gradient; infinite for no clipping
   */
  public record Spec(double learningRate, double momentum, Schedule schedule, double clipNorm)
      implements OptimizerSpec {
    public Spec {
      Check.positive("learningRate", learningRate);
      Check.decay("momentum", momentum);
      Check.clipNorm(clipNorm);
    }

    @Override
    public Sgd build(Weights weights) {
      return new Sgd(this, weights);
    }
  }

  private final Spec spec;
  private final Weights weights;
  private final float[] velocity;

  public Sgd(Spec spec, Weights weights) {
    this.spec = spec;
    this.weights = weights;
    velocity = new float[weights.size()];
  }

  @Override
  public double update(Gradient gradient, long step, long steps) {
    double norm = Clipping.norm(gradient, weights);
    if (Double.isFinite(norm)) {
      move(
          gradient.value(),
          (float) Clipping.coefficient(norm, spec.clipNorm),
          (float) (spec.learningRate * spec.schedule.factor(step, steps)));
    }
    return norm;
  }

  /** As in {@link Adam}, the constant keeps what decays out of the denormal numbers. */
  private void move(float[] gradient, float clip, float rate) {
    float[] w = weights.edit();
    float[] b = velocity;
    float keep = (float) spec.momentum;
    for (int i = 0; i < w.length; i++) {
      float bi = (keep * b[i] + clip * gradient[i] + 1e-20f) - 1e-20f;
      b[i] = bi;
      w[i] -= rate * bi;
    }
  }

  @Override
  public void exchange(Store store) {
    store.array("velocity", velocity);
  }
}
