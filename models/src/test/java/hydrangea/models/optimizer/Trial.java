package hydrangea.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.Weights;
import hydrangea.models.testing.Golden;
import java.util.List;

/** A few weights, and an optimiser that is given gradients for them. */
final class Trial {
  static final double NONE = Double.POSITIVE_INFINITY;
  static final Schedule CONSTANT = new Schedule.Constant();

  private static final double[] GOLDEN_START = {1, -.5, .25, 2};

  final Optimizer optimizer;
  final Weights weights;
  final Gradient gradient;

  Trial(OptimizerSpec spec, double... start) {
    optimizer = spec.build(start.length);
    weights = new Weights(start.length);
    gradient = new Gradient(weights);
    copy(start, weights.edit());
  }

  /** One update of a hundred, whose schedules it does not test; the norm that came back. */
  double update(double... gradients) {
    copy(gradients, gradient.value());
    return optimizer.update(weights, gradient, 0, 100);
  }

  private static void copy(double[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = (float) from[i];
    }
  }

  void assertWeights(double tolerance, double... expected) {
    assertThat(weights.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) weights.value()[i]).isCloseTo(expected[i], within(tolerance));
    }
  }

  static List<JsonObject> golden(String run) {
    var optimisers = Golden.json("rl_numerics.json").getAsJsonObject("optimisers");
    return Golden.objects(optimisers.get(run));
  }

  /**
   * Replays PyTorch's double run from its gradients. Weights near 2 have a float spacing of 2.4e-7
   * and are rounded ten times, hence the absolute 1e-6.
   */
  static void assertReplays(OptimizerSpec spec, String run) {
    var trial = new Trial(spec, GOLDEN_START);
    for (var row : golden(run)) {
      trial.update(Golden.numbers(row.get("gradient")));
      trial.assertWeights(1e-6, Golden.numbers(row.get("parameter")));
    }
  }

  /**
   * The same for a rule that does not look at the weights, started from zero: there floats resolve
   * the way that was gone, which after ten updates agrees to a relative 1e-6.
   */
  static void assertReplaysFromZero(OptimizerSpec spec, String run) {
    var trial = new Trial(spec, 0, 0, 0, 0);
    for (var row : golden(run)) {
      trial.update(Golden.numbers(row.get("gradient")));
      double[] parameter = Golden.numbers(row.get("parameter"));
      for (int i = 0; i < parameter.length; i++) {
        double way = parameter[i] - GOLDEN_START[i];
        assertThat((double) trial.weights.value()[i]).isCloseTo(way, within(1e-6 * Math.abs(way)));
      }
    }
  }
}
