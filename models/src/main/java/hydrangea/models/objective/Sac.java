package hydrangea.models.objective;

import hydrangea.envs.Box;
import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import hydrangea.models.actor.Scored;
import hydrangea.models.actor.Site;
import hydrangea.models.critic.Critic;
import hydrangea.models.critic.CriticSpec;
import hydrangea.models.critic.SoftQ;
import hydrangea.models.loss.CriticError;
import hydrangea.models.loss.SoftTarget;
import hydrangea.models.optimizer.Ema;
import hydrangea.models.optimizer.Optimizer;
import hydrangea.models.optimizer.OptimizerSpec;
import hydrangea.models.rollout.Batch;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Soft actor-critic: critics regress on the reward and the entropy to come, the actor falls toward
 * the density exp(Q / alpha) by its reverse KL divergence, and alpha keeps the entropy.
 *
 * <p>The order within an update is that of Stable-Baselines3: one draw of the actor serves alpha
 * and the actor, and everything sees alpha as it was before its own step.
 *
 * <p>Source: Haarnoja et al. 2018, Soft Actor-Critic Algorithms and Applications, arXiv 1812.05905,
 * algorithm 1.
 */
public final class Sac implements Learner {
  private final Spec spec;
  private final Scored actor;
  private final Critic critic;
  private final Critic target;
  private final Alpha alpha;
  private final Gradient ofActor;
  private final Gradient ofCritic;
  private final Optimizer actorOptimizer;
  private final Optimizer criticOptimizer;
  private final Ema polyak;

  private Sac(Spec spec, Scored actor, Site site, OptimizerSpec optimizer) {
    this.spec = spec;
    this.actor = actor;
    critic = spec.critic.build(site);
    target = spec.critic.build(site);
    target.weights().copy(critic.weights());
    alpha = new Alpha(spec.temperature, actor.entropyDimensions(), optimizer);
    ofActor = new Gradient(actor.weights());
    ofCritic = new Gradient(critic.weights());
    actorOptimizer = optimizer.build(actor.weights().size());
    criticOptimizer = optimizer.build(critic.weights().size());
    polyak = new Ema(1 - spec.tau);
  }

  /**
   * What a script writes down.
   *
   * @param discount of what follows, for each step, in [0, 1]
   * @param tau the share of the critic that its target takes over in an update, in (0, 1]
   * @param targetEvery updates between two of the target
   */
  public record Spec(
      CriticSpec critic, double discount, double tau, int targetEvery, Temperature temperature)
      implements LearnObjective<Scored> {
    public Spec {
      Check.within("discount", discount, 0, 1);
      Check.within("tau", tau, 0, 1);
      Check.positive("tau", tau);
      Check.atLeast("targetEvery", targetEvery, 1);
    }

    @Override
    public Class<?> needs() {
      return Scored.class;
    }

    @Override
    public Class<Box> actions() {
      return Box.class;
    }

    @Override
    public Sac build(Scored actor, Site site, OptimizerSpec optimizer) {
      return new Sac(this, actor, site, optimizer);
    }
  }

  @Override
  public Metrics update(Batch batch, Seeds seeds, long step, long steps) {
    double now = alpha.value();
    LogPass draw = actor.draw(batch.obs(), seeds.at("policy"));
    var told = new LinkedHashMap<String, Double>();
    double alphaLoss = alpha.update(draw.log(), step, steps);
    updateCritic(batch, target(batch, seeds.at("next"), now), step, steps, told);
    updateActor(batch, draw, now, step, steps, told);
    if ((step + 1) % spec.targetEvery == 0) {
      polyak.update(target.weights(), critic.weights());
    }
    told.put("losses/alpha", now);
    told.put("losses/alpha_loss", alphaLoss);
    told.put("losses/entropy", -draw.log().mean());
    return new Metrics(told);
  }

  /** What the critics are to say, {@code [B, 1]}. */
  private Matrix target(Batch batch, Seeds seeds, double now) {
    LogPass next = actor.draw(batch.nextObs(), seeds);
    Matrix value = target.values(batch.nextObs(), next.value());
    return SoftTarget.of(batch.reward(), batch.terminated(), spec.discount, value, next.log(), now);
  }

  private void updateCritic(
      Batch batch, Matrix wanted, long step, long steps, Map<String, Double> told) {
    Pass judged = critic.forward(batch.obs(), batch.action());
    Loss error = CriticError.loss(judged.value(), wanted);
    ofCritic.clear();
    judged.collect(error.gradient(), ofCritic);
    double norm = criticOptimizer.update(critic.weights(), ofCritic, step, steps);
    told.put("losses/qf_loss", error.value());
    for (int k = 0; k < judged.value().columns; k++) {
      told.put("losses/qf" + (k + 1) + "_values", judged.value().columns(k, k + 1).mean());
    }
    told.put("losses/qf_gradient_norm", norm);
  }

  private void updateActor(
      Batch batch, LogPass draw, double now, long step, long steps, Map<String, Double> told) {
    ofActor.clear();
    double loss = ReverseKl.of(draw, new SoftQ(critic, now), batch.obs(), now, ofActor);
    told.put("losses/actor_loss", loss);
    double norm = actorOptimizer.update(actor.weights(), ofActor, step, steps);
    told.put("losses/actor_gradient_norm", norm);
  }

  @Override
  public void exchange(Store store) {
    store.part("critic", critic);
    store.part("target", target);
    store.part("alpha", alpha);
    store.part("actor optimizer", actorOptimizer);
    store.part("critic optimizer", criticOptimizer);
  }
}
