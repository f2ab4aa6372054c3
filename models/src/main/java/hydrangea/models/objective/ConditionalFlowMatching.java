package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.actor.VelocityField;
import hydrangea.models.loss.FlowMatching;
import hydrangea.models.loss.RegressionLoss;
import hydrangea.models.target.Sampled;

/**
 * Conditional flow matching: regression of v(z_t, t) on e - x, where z_t = (1 - t) x + t e joins an
 * action x to noise e by a straight line.
 *
 * <p>Source: Lipman et al. 2023, Flow Matching for Generative Modeling, arXiv 2210.02747, equation
 * 9, with the time reversed.
 *
 * @param times where on the line
 * @param loss the distance made small
 */
public record ConditionalFlowMatching(TimeSampling times, RegressionLoss loss)
    implements Matching<VelocityField>, FitObjective<VelocityField, Sampled> {
  @Override
  public Metrics loss(
      VelocityField actor,
      Matrix obs,
      Matrix actions,
      Matrix rowWeight,
      Seeds seeds,
      Gradient into) {
    Matrix noise = seeds.at("noise").normal(actions.rows, actions.columns);
    Matrix t = times.sample(actions.rows, 1, seeds.at("times"));
    Pass pass = actor.velocity(obs, FlowMatching.point(actions, noise, t), t);
    Loss result = loss.loss(pass.value(), FlowMatching.velocity(actions, noise), rowWeight);
    pass.backward(result.gradient(), into);
    return Metrics.loss(result.value());
  }
}
