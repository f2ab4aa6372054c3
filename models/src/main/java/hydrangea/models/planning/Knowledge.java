package hydrangea.models.planning;

import hydrangea.envs.CustomSinMdp;
import hydrangea.envs.Queryable;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.estimation.Estimator;
import hydrangea.models.estimation.EstimatorSpec;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Features;
import hydrangea.models.family.Interval;
import hydrangea.models.family.Sampling;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.family.TransitionModel;
import java.util.Optional;

/** What a planner knows of the transitions: all of them, or what episodes have taught. */
public interface Knowledge extends Saved {
  Dynamics dynamics();

  /** Takes in a transition. */
  default void add(double[] state, double push, double[] next) {}

  /** Learns from all transitions so far: after an episode. */
  default void refit() {}

  /** What has been learned, where there is something to learn. */
  default Optional<TransitionModel> model() {
    return Optional.empty();
  }

  @Override
  default void exchange(Store store) {}

  /** The truth: its density where there is one, which is quicker to draw from. */
  static Knowledge truth(Queryable.Spec spec) {
    Queryable<?> environment = spec.queryable();
    Dynamics dynamics =
        trueModel(spec)
            .map(model -> Dynamics.of(environment, model))
            .orElseGet(() -> Dynamics.of(environment));
    return () -> dynamics;
  }

  /** The true density of transitions, where it is known: the custom-sin process has W = 1. */
  static Optional<TransitionModel> trueModel(Queryable.Spec spec) {
    if (!(spec instanceof CustomSinMdp.Spec sine)) {
      return Optional.empty();
    }
    var family = new CustomSin(sine.frequency(), sine.alpha(), Interval.LINE);
    var coordinates = TransitionFamily.of(family, 1, new Features.IdentityFeatures());
    var model = new TransitionModel(coordinates, new Sampling.Exact());
    return Optional.of(model.with(Matrix.filled(1, 2, 1)));
  }

  /** A model that is estimated anew after every episode, W = 0 before the first one's end. */
  static Knowledge learned(
      Queryable<?> environment,
      TransitionFamily family,
      Sampling sampling,
      EstimatorSpec estimator) {
    var model = new TransitionModel(family, sampling);
    return new Learned(environment, model, estimator.build(family, model.features().width()));
  }

  /** A model and its estimator. */
  final class Learned implements Knowledge {
    private final Queryable<?> environment;
    private final Estimator estimator;
    private TransitionModel model;

    private Learned(Queryable<?> environment, TransitionModel model, Estimator estimator) {
      this.environment = environment;
      this.model = model;
      this.estimator = estimator;
    }

    @Override
    public Dynamics dynamics() {
      return Dynamics.of(environment, model);
    }

    @Override
    public void add(double[] state, double push, double[] next) {
      estimator.add(model.phi(state, push), next);
    }

    @Override
    public void refit() {
      model = model.with(estimator.estimate());
    }

    @Override
    public Optional<TransitionModel> model() {
      return Optional.of(model);
    }

    @Override
    public void exchange(Store store) {
      store.part("estimator", estimator);
      model = model.with(store.matrix("w", model.w()));
    }
  }
}
