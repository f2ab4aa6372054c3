package hydrangea.models.optimizer;

import hydrangea.models.Saved;
import hydrangea.models.Store;

/**
 * Exponential averages of the gradient and its square, which Adam and AdamW step by:
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
 *   w = keep w - rate m / (1 - beta1^k) / (sqrt(v / (1 - beta2^k)) + epsilon)      at update k
 * </pre>
 */
final class Moments implements Saved {
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final float[] m;
  private final float[] v;
  private long updates;

  Moments(int size, double beta1, double beta2, double epsilon) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    m = new float[size];
    v = new float[size];
  }

  int size() {
    return m.length;
  }

  /** Steps by {@code clip} times {@code gradient}. */
  void update(float[] weights, float[] gradient, double clip, double rate, double keep) {
    updates++;
    double k = (double) updates;
    double stepSize = rate / (1 - Math.pow(beta1, k));
    double rootScale = 1 / Math.sqrt(1 - Math.pow(beta2, k));
    step(weights, gradient, (float) clip, (float) stepSize, (float) rootScale, (float) keep);
  }

  private void step(
      float[] weights, float[] gradient, float clip, float stepSize, float rootScale, float keep) {
    float b1 = (float) beta1;
    float c1 = (float) (1 - beta1);
    float b2 = (float) beta2;
    float c2 = (float) (1 - beta2);
    float eps = (float) epsilon;
    for (int i = 0; i < m.length; i++) {
      float g = clip * gradient[i];
      // Adding and taking away stops the decay at about 1e-27 and 1e-35, above the denormals: a
      // weight without gradient made its update several times slower otherwise.
      float mi = (b1 * m[i] + c1 * g + 1e-20f) - 1e-20f;
      float vi = (b2 * v[i] + c2 * g * g + 1e-28f) - 1e-28f;
      m[i] = mi;
      v[i] = vi;
      weights[i] = keep * weights[i] - stepSize * mi / ((float) Math.sqrt(vi) * rootScale + eps);
    }
  }

  @Override
  public void exchange(Store store) {
    updates = store.number("updates", updates);
    store.array("m", m);
    store.array("v", v);
  }
}
