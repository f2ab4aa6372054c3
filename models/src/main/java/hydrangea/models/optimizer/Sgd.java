package hydrangea.models.optimizer;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Store;
import hydrangea.models.Weights;

/**
 * Gradient descent with heavy-ball momentum, b = momentum b + g, w -= rate b.
 *
 * <p>Source: Polyak 1964; as in PyTorch the rate is outside b, so that a schedule acts at once.
 */
public final class Sgd implements Optimizer {
  private final Spec spec;
  private final float[] b;

  public Sgd(Spec spec, int size) {
    this.spec = spec;
    b = new float[size];
  }

  /**
   * The parameters of gradient descent.
   *
   * @param learningRate the length of a step, before the schedule
   * @param momentum decay of the sum of past gradients, in [0, 1); 0 for none
   * @param schedule the factor on the learning rate over the training
   * @param clipNorm the longest gradient, longer ones are scaled down to it; infinity for none
   */
  public record Spec(double learningRate, double momentum, Schedule schedule, double clipNorm)
      implements OptimizerSpec {

    public Spec {
      Check.positive("learningRate", learningRate);
      Check.share("momentum", momentum);
      Check.positiveOrInfinite("clipNorm", clipNorm);
    }

    @Override
    public Sgd build(int size) {
      return new Sgd(this, size);
    }
  }

  @Override
  public double update(Weights weights, Gradient gradient, long step, long steps) {
    Require.fitting(weights, gradient, b.length);
    double norm = gradient.norm();
    double clip = Clipping.coefficient(norm, spec.clipNorm);
    double rate = spec.learningRate * spec.schedule.factor(step, steps);
    step(weights.edit(), gradient.value(), (float) clip, (float) rate);
    return norm;
  }

  private void step(float[] w, float[] g, float clip, float rate) {
    float momentum = (float) spec.momentum;
    for (int i = 0; i < b.length; i++) {
      b[i] = (momentum * b[i] + clip * g[i] + 1e-20f) - 1e-20f; // no denormals: see Moments
      w[i] -= rate * b[i];
    }
  }

  @Override
  public void exchange(Store store) {
    store.array("b", b);
  }
}
