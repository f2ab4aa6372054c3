package hydrangea.models.value;

import hydrangea.envs.picture.Renderer;
import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.figure.Figure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Distributions of the return: each head is that of a mixture, {@link
 * hydrangea.models.distribution.ScalarMixtures}.
 */
public interface ReturnMixtures extends ActionValues {
  /** C, of each action's mixture. */
  int components();

  @Override
  default Figure along(Matrix heads, Matrix returns) {
    return Along.of(this, heads, returns);
  }

  @Override
  default Optional<Renderer<Integer>> beside(Matrix heads) {
    return Optional.of(new MixtureRenderer(this, heads));
  }

  /** The weight, the mean and the std of each component, on average. */
  @Override
  default Map<String, Double> told(Matrix heads) {
    var mixtures = new ScalarMixtures(heads);
    Matrix logWeights = mixtures.logWeights();
    var told = new LinkedHashMap<String, Double>();
    for (int c = 0; c < components(); c++) {
      double weight = 0;
      double mean = 0;
      double std = 0;
      for (int i = 0; i < heads.rows; i++) {
        weight += Math.exp(logWeights.at(i, c)) / heads.rows;
        mean += mixtures.mean(i, c) / heads.rows;
        std += Math.exp(0.5 * mixtures.logVariance(i, c)) / heads.rows;
      }
      told.put("components/weight/" + (c + 1), weight);
      told.put("components/mean/" + (c + 1), mean);
      told.put("components/std/" + (c + 1), std);
    }
    return told;
  }
}
