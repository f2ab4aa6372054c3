package hydrangea.models.target;

/** The catalogue of targets. */
public sealed interface TargetSpec<T extends Target> permits GaussianMixture.Spec, TargetSpec.Open {
  /** The class that {@link #build} returns: its interfaces are what the target can do. */
  Class<T> builds();

  T build();

  /** A target declared by a user. */
  non-sealed interface Open<T extends Target> extends TargetSpec<T> {}
}
