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

/** What a planner knows of the transitions: all of them, or what episodes have taught. */
public interface Knowledge extends Saved {
  Dynamics dynamics();

  /** Takes in a transition. */
  default void add(double[] state, double push, double[] next) {}

  /** Learns from all transitions so far: after an episode. */
  default void refit() {}

  /** W, {@code [sum of k over d, f]}; {@code [0, 0]} where there is none. */
  default Matrix w() {
    return new Matrix(0, 0);
  }

  @Override
  default void exchange(Store store) {}

  /** The truth: for the custom-sin process its family with W = 1, which is quick to draw from. */
  static Knowledge truth(Queryable.Spec spec) {
    Dynamics dynamics = trueDynamics(spec);
    return () -> dynamics;
  }

  private static Dynamics trueDynamics(Queryable.Spec spec) {
    Queryable<?> environment = spec.queryable();
    if (spec instanceof CustomSinMdp.Spec sine) {
      var family = new CustomSin(sine.frequency(), sine.alpha(), Interval.LINE);
      var model =
          new TransitionModel(
              TransitionFamily.of(family, 1, new Features.IdentityFeatures()),
              new Sampling.Exact());
      return Dynamics.of(environment, model.with(Matrix.filled(1, 2, 1)));
    }
    return Dynamics.of(environment);
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
      var phi = new double[model.features().width()];
      model.features().put(state, new double[] {push}, 1, phi);
      estimator.add(phi, next);
    }

    @Override
    public void refit() {
      model = model.with(estimator.estimate());
    }

    @Override
    public Matrix w() {
      return model.w();
    }

    @Override
    public void exchange(Store store) {
      store.part("estimator", estimator);
      model = model.with(store.matrix("w", model.w()));
    }
  }
}
