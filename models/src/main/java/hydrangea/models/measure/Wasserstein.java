package hydrangea.models.measure;

import hydrangea.models.Check;
import hydrangea.models.target.Sampled;
import hydrangea.models.target.Target;
import hydrangea.models.transport.Assignment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The exact Wasserstein distance {@code w1} (Euclidean cost) between as many samples of the actor
 * and of the target convolved with targetStd, and {@code w1_floor}, that between two fresh sets of
 * the latter: what a perfect sampler would reach.
 *
 * @param samples on either side; the cost grows with their cube
 * @param every also after every so many updates; 0: only at the end
 */
public record Wasserstein(int samples, int every) implements Measure {
  public Wasserstein {
    Check.atLeast("samples", samples, 1);
    Check.atLeast("every", every, 0);
  }

  @Override
  public boolean due(long update) {
    return Measure.due(update, every);
  }

  @Override
  public Class<? extends Target> needsOfTarget() {
    return Sampled.class;
  }

  @Override
  public Map<String, Double> numbers(Fitted fitted) {
    var target = (Sampled) fitted.target();
    var truth = fitted.truth(samples, target, "truth");
    var numbers = new LinkedHashMap<String, Double>();
    numbers.put("w1", Assignment.w1(fitted.samples(samples), truth));
    numbers.put("w1_floor", Assignment.w1(fitted.truth(samples, target, "more truth"), truth));
    return numbers;
  }
}
