package hydrangea.models.measure;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.AverageVelocityField;
import hydrangea.models.actor.Stepped;
import hydrangea.models.target.Sampled;
import hydrangea.models.target.Target;

/**
 * An actor beside its target, to be measured.
 *
 * @param observation the one observation, {@code [1, S]}
 * @param seeds the evaluation's own, the same at every moment of a training
 */
public record Fitted(Actor actor, Target target, Matrix observation, Seeds seeds) {
  /** {@code [n, A]}. */
  public Matrix samples(int n) {
    return actor.sample(observations(n), seeds.at("actor"));
  }

  /** {@code [n, A]}, in so many steps. */
  public Matrix samples(int n, Stepped stepped, int steps) {
    return stepped.sample(observations(n), seeds.at("actor"), steps);
  }

  /** Samples of the target convolved with what the actor adds, {@code [n, A]}. */
  public Matrix truth(int n, Sampled sampled, String name) {
    Matrix truth = sampled.sample(n, seeds.at(name));
    Matrix noise = seeds.at(name).at("added").normal(truth.rows, truth.columns);
    double std = addedStd();
    for (int i = 0; i < noise.data.length; i++) {
      noise.data[i] = truth.data[i] + std * noise.data[i];
    }
    return noise;
  }

  /** The standard deviation of the noise that the actor adds to the target on purpose. */
  public double addedStd() {
    return actor instanceof AverageVelocityField field ? field.targetStd() : 0;
  }

  /** {@code [n, S]}. */
  Matrix observations(int n) {
    return Matrix.repeated(observation.data, n);
  }
}
