package hydrangea.models.value;

import hydrangea.models.SpecNames;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The catalogue of value networks: what a script writes down and {@link #build} turns into one. */
public sealed interface ValueSpec<V extends ActionValues>
    permits Q.Spec, MixtureQ.Spec, ValueSpec.Open {
  /** The class that {@link #build} returns: its interfaces are what its heads tell. */
  Class<V> builds();

  V build(ValueSite site);

  /** The networks here whose heads are those of {@code kind}, for a user to choose from. */
  static String names(Class<?> kind) {
    return Arrays.stream(ValueSpec.class.getPermittedSubclasses())
        .filter(Record.class::isAssignableFrom)
        .filter(spec -> kind.isAssignableFrom(spec.getEnclosingClass()))
        .map(SpecNames::of)
        .collect(Collectors.joining(" or "));
  }

  /** A value network declared by a user. */
  non-sealed interface Open<V extends ActionValues> extends ValueSpec<V> {}
}
