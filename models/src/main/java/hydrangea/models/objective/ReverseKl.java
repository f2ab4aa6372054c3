package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.LogDensity;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.actor.PathwiseDensity;
import hydrangea.models.actor.Scored;
import hydrangea.models.target.KnownDensity;

/**
 * The reverse KL divergence of an actor to a density, by its own samples: a policy of one mode
 * falls onto one mode of the target. The formula is {@link hydrangea.models.loss.ReverseKl}.
 */
public record ReverseKl()
    implements Toward<PathwiseDensity>, FitObjective<PathwiseDensity, KnownDensity> {
  @Override
  public Metrics toward(
      PathwiseDensity actor, LogDensity target, Matrix obs, Seeds seeds, Gradient into) {
    return Metrics.loss(of(actor, target, obs, seeds, into));
  }

  /** The same for whoever is content with a {@link Scored} actor, whose term may be a surrogate. */
  public static double of(Scored actor, LogDensity target, Matrix obs, Seeds seeds, Gradient into) {
    return of(actor.draw(obs, seeds.at("policy")), target, obs, 1, into);
  }

  /** {@code scale} times the same, for a draw that is there already. */
  public static double of(
      LogPass draw, LogDensity target, Matrix obs, double scale, Gradient into) {
    Pass score = target.logDensity(obs, draw.value());
    var loss = hydrangea.models.loss.ReverseKl.of(draw.log(), score.value());
    Matrix dAction = score.backward(times(scale, loss.dLogTarget()), Gradient.NONE);
    draw.collect(dAction, times(scale, loss.dLogProb()), into);
    return scale * loss.value();
  }

  private static Matrix times(double scale, Matrix of) {
    var scaled = new Matrix(of.rows, of.columns);
    for (int i = 0; i < scaled.data.length; i++) {
      scaled.data[i] = scale * of.data[i];
    }
    return scaled;
  }
}
