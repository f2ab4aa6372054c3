package hydrangea.models.objective;

import hydrangea.envs.Discrete;
import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.SpecNames;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.EpsilonGreedy;
import hydrangea.models.actor.Moment;
import hydrangea.models.actor.Site;
import hydrangea.models.actor.ValuePolicy;
import hydrangea.models.figure.Figure;
import hydrangea.models.optimizer.Ema;
import hydrangea.models.optimizer.Optimizer;
import hydrangea.models.optimizer.OptimizerSpec;
import hydrangea.models.rollout.Batch;
import hydrangea.models.value.ActionValues;
import hydrangea.models.value.Choice;
import hydrangea.models.value.ValueSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Q-learning with a network and a slower copy of it: what is said of an action that was taken is
 * drawn toward the reward and what the copy says of the best action after it.
 *
 * <p>Source: Mnih et al. 2015, Human-level control through deep reinforcement learning, Nature 518,
 * algorithm 1; the best action as in van Hasselt, Guez and Silver 2016, Deep Reinforcement Learning
 * with Double Q-learning, <a href="https://arxiv.org/abs/1509.06461">arXiv 1509.06461</a>, eq. 4.
 */
public final class Dqn implements Predicting {
  private final Spec<?> spec;
  private final ActionValues values;
  private final ActionValues target;
  private final Gradient gradient;
  private final Optimizer optimizer;
  private final Ema follow;

  private Dqn(Spec<?> spec, ActionValues values, OptimizerSpec optimizer) {
    spec.check(values.getClass());
    this.spec = spec;
    this.values = values;
    target = values.over(new Weights(values.weights().size()));
    target.weights().copy(values.weights());
    gradient = new Gradient(values.weights());
    this.optimizer = optimizer.build(values.weights().size());
    follow = new Ema(1 - spec.target.tau());
  }

  /**
   * What a script writes down.
   *
   * @param discount of what follows, for each step, in [0, 1]
   * @param doubleSelection whether the network itself says which action is best next, and its copy
   *     what that is worth; otherwise the copy says both, and overestimates more
   * @param target when the copy follows the network
   */
  public record Spec<V extends ActionValues>(
      ValueLoss<V> loss, double discount, boolean doubleSelection, TargetUpdate target)
      implements LearnObjective<ValuePolicy<? extends V>> {
    public Spec {
      Check.within("discount", discount, 0, 1);
    }

    @Override
    public Class<?> needs() {
      return ValuePolicy.class;
    }

    @Override
    public Class<Discrete> actions() {
      return Discrete.class;
    }

    @Override
    public void check(ActorSpec<?> actor) {
      if (actor instanceof EpsilonGreedy.Spec<?> greedy) {
        check(greedy.values().builds());
      }
    }

    private void check(Class<?> values) {
      Check.require(
          loss.needs().isAssignableFrom(values),
          () ->
              "%s() needs the heads of %s, not those of %s"
                  .formatted(
                      SpecNames.of(loss.getClass()),
                      ValueSpec.names(loss.needs()),
                      SpecNames.of(values)));
    }

    @Override
    public Dqn build(ValuePolicy<? extends V> actor, Site site, OptimizerSpec optimizer) {
      return new Dqn(this, actor.values(), optimizer);
    }
  }

  @Override
  public Metrics update(Batch batch, Seeds seeds, long step, long steps) {
    Successor next = next(batch);
    Pass pass = values.forward(batch.obs());
    Choice taken = Choice.of(batch.action(), values.actions());
    Matrix heads = taken.pick(pass.value());
    Loss loss = spec.loss.loss(heads, next, seeds.at("targets"));
    gradient.clear();
    pass.collect(taken.spread(loss.gradient()), gradient);
    double norm = optimizer.update(values.weights(), gradient, step, steps);
    if (spec.target.afterUpdate(step + 1)) {
      follow.update(target.weights(), values.weights());
    }
    var told = new LinkedHashMap<String, Double>();
    told.put("losses/td_loss", loss.value());
    told.put("losses/q_values", values.values(heads).mean());
    told.put("losses/gradient_norm", norm);
    return new Metrics(told);
  }

  private Successor next(Batch batch) {
    Matrix heads = target.heads(batch.nextObs());
    Matrix judged =
        spec.doubleSelection ? values.values(values.heads(batch.nextObs())) : target.values(heads);
    Matrix best = Choice.best(judged).pick(heads);
    return new Successor(
        batch.reward(), batch.terminated(), spec.discount, best, target.values(best));
  }

  @Override
  public void gathered(Moment before, Moment now) {
    if (spec.target.between(before, now)) {
      follow.update(target.weights(), values.weights());
    }
  }

  @Override
  public Map<String, Double> look(Batch batch) {
    Matrix heads = values.heads(batch.obs());
    return values.told(Choice.of(batch.action(), values.actions()).pick(heads));
  }

  @Override
  public Figure look(Matrix obs, Matrix reward) {
    var returns = new Matrix(reward.rows, 1);
    double rest = 0;
    for (int i = reward.rows - 1; i >= 0; i--) {
      rest = reward.data[i] + spec.discount * rest;
      returns.data[i] = rest;
    }
    return values.along(values.heads(obs), returns);
  }

  @Override
  public void exchange(Store store) {
    store.part("target", target);
    store.part("optimizer", optimizer);
  }
}
