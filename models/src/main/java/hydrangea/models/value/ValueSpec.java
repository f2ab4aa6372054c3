package hydrangea.models.value;

/** The catalogue of value networks: what a script writes down and {@link #build} turns into one. */
public sealed interface ValueSpec<V extends ActionValues>
    permits Q.Spec, MixtureQ.Spec, ValueSpec.Open {
  /** The class that {@link #build} returns: its interfaces are what its heads tell. */
  Class<V> builds();

  V build(ValueSite site);

  /** A value network declared by a user. */
  non-sealed interface Open<V extends ActionValues> extends ValueSpec<V> {}
}
