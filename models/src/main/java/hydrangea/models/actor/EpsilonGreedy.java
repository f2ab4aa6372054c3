package hydrangea.models.actor;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.value.ActionValues;
import hydrangea.models.value.Choice;
import hydrangea.models.value.ValueSite;
import hydrangea.models.value.ValueSpec;
import java.util.random.RandomGenerator;

/**
 * Any action with probability epsilon, otherwise the best one; an action is its index. What samples
 * without a {@link Moment} has the last epsilon of the schedule.
 *
 * <p>Source: Watkins 1989; with a network Mnih et al. 2015.
 */
public final class EpsilonGreedy<V extends ActionValues> implements ValuePolicy<V>, Exploring {
  private final V values;
  private final Exploration exploration;

  private EpsilonGreedy(V values, Exploration exploration) {
    this.values = values;
    this.exploration = exploration;
  }

  /** What a script writes down. */
  public record Spec<V extends ActionValues>(ValueSpec<V> values, Exploration exploration)
      implements ActorSpec<EpsilonGreedy<V>> {
    @Override
    @SuppressWarnings("unchecked") // the class of all of them
    public Class<EpsilonGreedy<V>> builds() {
      return (Class<EpsilonGreedy<V>>) (Class<?>) EpsilonGreedy.class;
    }

    @Override
    public EpsilonGreedy<V> build(Site site) {
      var place = new ValueSite(site.observations(), site.choices(), site.networks(), site.seeds());
      return new EpsilonGreedy<>(values.build(place), exploration);
    }
  }

  @Override
  public V values() {
    return values;
  }

  @Override
  public Matrix mode(Matrix obs) {
    return Choice.best(values.values(values.heads(obs))).indices();
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return mixed(obs, seeds, exploration.last());
  }

  @Override
  public Matrix explore(Matrix obs, Seeds seeds, Moment moment) {
    return mixed(obs, seeds, exploration.epsilon(moment));
  }

  private Matrix mixed(Matrix obs, Seeds seeds, double epsilon) {
    RandomGenerator random = seeds.generator();
    Matrix actions = mode(obs);
    for (int i = 0; i < actions.rows; i++) {
      if (random.nextDouble() < epsilon) {
        actions.data[i] = random.nextInt(values.actions());
      }
    }
    return actions;
  }
}
