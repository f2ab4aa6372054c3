package hydrangea.models.measure;

import hydrangea.models.Check;
import hydrangea.models.LogPass;
import hydrangea.models.Seeds;
import hydrangea.models.actor.AverageVelocityField;
import hydrangea.models.actor.PathwiseDensity;
import hydrangea.models.actor.Scored;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.target.KnownDensity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Monte Carlo estimates in nats: {@code entropy} = -E[log pi] of a scored actor (that of its
 * surrogate where it has no density), and {@code reverse_kl} = E[log pi - log p] where both
 * densities are known.
 *
 * @param samples how many are drawn
 * @param every also after every so many updates; 0: only at the end
 */
public record Divergence(int samples, int every) implements Measure {
  private static final int BLOCK = 4096;

  public Divergence {
    Check.atLeast("samples", samples, 1);
    Check.atLeast("every", every, 0);
  }

  @Override
  public boolean due(long update) {
    return Measure.due(update, every);
  }

  @Override
  public Map<String, Double> numbers(Fitted fitted) {
    if (!(fitted.actor() instanceof Scored actor) || withoutEntropy(actor)) {
      return Map.of();
    }
    boolean exact = actor instanceof PathwiseDensity && fitted.target() instanceof KnownDensity;
    double logPolicy = 0;
    double logTarget = 0;
    for (int from = 0; from < samples; from += BLOCK) {
      int rows = Math.min(BLOCK, samples - from);
      Seeds seeds = fitted.seeds().at("divergence").at(from);
      LogPass draw = NativeScope.call(() -> actor.draw(fitted.observations(rows), seeds));
      logPolicy += draw.log().mean() * rows / samples;
      logTarget += exact ? logTarget(fitted, draw) * rows / samples : 0;
    }
    var numbers = new LinkedHashMap<String, Double>();
    numbers.put("entropy", -logPolicy);
    if (exact) {
      numbers.put("reverse_kl", logPolicy - logTarget);
    }
    return numbers;
  }

  private static boolean withoutEntropy(Scored actor) {
    return actor instanceof AverageVelocityField field && field.targetStd() == 0;
  }

  private static double logTarget(Fitted fitted, LogPass draw) {
    var target = (KnownDensity) fitted.target();
    return target.logDensity(fitted.observations(draw.value().rows), draw.value()).value().mean();
  }
}
