package hydrangea.models.objective;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.actor.AverageVelocityField;
import hydrangea.models.loss.FlowMatching;
import hydrangea.models.loss.MeanFlow;
import hydrangea.models.loss.RegressionLoss;
import hydrangea.models.loss.SquaredError;
import hydrangea.models.target.Sampled;

/**
 * Mean-flow matching: regression of the average velocity u(z, r, t) on v - (t - r) du/dt, held
 * constant, with v = e - x and du/dt the network's own derivative along (v, 0, 1). A sigma head is
 * regressed on log targetStd beside it, by the square.
 *
 * <p>A network of residual form g = z - u has the same loss: u - u_tgt = -(g - g_tgt). The metric
 * {@code squared_error} is the plain one of u, whatever the loss: under adaptive weights of power 1
 * the loss itself hardly moves.
 *
 * <p>Source: Geng et al. 2025, Mean Flows for One-step Generative Modeling, arXiv 2505.13447,
 * equations 9 to 11. There a quarter of the pairs has r != t; one-step quality in two dimensions
 * needs more of them.
 *
 * @param unequalTimes share of the batch with r != t; the rest is flow matching
 * @param times where t and r come from: of two, the larger is t
 * @param loss the distance made small
 */
public record MeanFlowMatching(double unequalTimes, TimeSampling times, RegressionLoss loss)
    implements Matching<AverageVelocityField>, FitObjective<AverageVelocityField, Sampled> {
  public MeanFlowMatching {
    Check.within("unequalTimes", unequalTimes, 0, 1);
  }

  @Override
  public Metrics loss(
      AverageVelocityField actor,
      Matrix obs,
      Matrix actions,
      Matrix rowWeight,
      Seeds seeds,
      Gradient into) {
    Matrix noise = seeds.at("noise").normal(actions.rows, actions.columns);
    Matrix pairs = times.sample(actions.rows, 2, seeds.at("times"));
    Matrix r = pairs.columns(0, 1);
    Matrix t = pairs.columns(1, 2);
    sort(r, t);
    Matrix v = FlowMatching.velocity(actions, noise);
    var average = actor.average(obs, FlowMatching.point(actions, noise, t), r, t, v);
    Matrix target = MeanFlow.averageVelocity(v, average.tangent(), r, t);
    Loss flow = loss.loss(average.velocity(), target, rowWeight);
    Loss spread = spread(average.logStd(), actor.targetStd(), rowWeight);
    average.backward(flow.gradient(), spread.gradient(), into);
    return Metrics.loss(flow.value() + spread.value())
        .and("squared_error", SquaredError.ofRows(average.velocity(), target).mean());
  }

  /** Puts the larger time into t; the last rows beyond the share of unequal times get r = t. */
  private void sort(Matrix r, Matrix t) {
    long unequal = Math.round(unequalTimes * t.rows);
    for (int i = 0; i < t.rows; i++) {
      double one = r.data[i];
      double other = t.data[i];
      t.data[i] = i < unequal ? Math.max(one, other) : one;
      r.data[i] = i < unequal ? Math.min(one, other) : one;
    }
  }

  private static Loss spread(Matrix logStd, double targetStd, Matrix rowWeight) {
    Matrix target = Matrix.filled(logStd.rows, logStd.columns, Math.log(targetStd));
    return new SquaredError().loss(logStd, target, rowWeight);
  }
}
