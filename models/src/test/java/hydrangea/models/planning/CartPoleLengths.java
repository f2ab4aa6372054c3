package hydrangea.models.planning;

import hydrangea.envs.StochasticCartPole;
import hydrangea.envs.StochasticCartPole.NoisePlace;
import hydrangea.envs.noise.Noise;
import hydrangea.models.Seeds;
import hydrangea.models.estimation.ScoreMatching;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Normal;
import hydrangea.models.family.Sampling;
import hydrangea.models.family.TransitionFamily;
import java.util.stream.DoubleStream;

/** How long the pole stays up with a linear model, and with the true one. */
final class CartPoleLengths {
  private CartPoleLengths() {}

  /** Steps of the last fifth of 30 episodes, mean over {@code seeds} seeds. */
  static double mean(NoisePlace place, boolean truth, int seeds) {
    double sum = 0;
    for (int seed = 0; seed < seeds; seed++) {
      var spec = new StochasticCartPole.Spec(false, place, new Noise.NormalNoise(), .1, .4, 200);
      var learning =
          new ModelBasedLearning(
              spec,
              new RandomShooting.Spec(10, 100, RandomShooting.Sequences.RANDOM),
              truth ? Knowledge.truth(spec) : linear(spec),
              new Seeds(seed));
      for (int e = 0; e < 30; e++) {
        int steps = learning.play().steps();
        sum += e < 24 ? 0 : steps / 6.0;
      }
    }
    return sum / seeds;
  }

  private static Knowledge linear(StochasticCartPole.Spec spec) {
    var normals =
        DoubleStream.of(spec.std()).<Family>mapToObj(std -> new Normal(std * std)).toList();
    return Knowledge.learned(
        spec.queryable(),
        new TransitionFamily(normals, new Features.IdentityFeatures()),
        new Sampling.Mean(),
        new ScoreMatching.Spec(1e-2, ScoreMatching.Coordinates.APART));
  }
}
