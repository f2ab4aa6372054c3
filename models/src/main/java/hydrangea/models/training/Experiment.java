package hydrangea.models.training;

import java.util.List;
import java.util.Set;

/** The catalogue of experiments: what the last expression of a script is. */
public sealed interface Experiment
    permits Estimate.Spec, Fit.Spec, Learn.Spec, Plan.Spec, Study.Spec {
  /** Where all randomness comes from. */
  long seed();

  /** The same with another seed. */
  Experiment seeded(long other);

  /** What {@code run -m} runs where its command line sweeps nothing; nothing where it is empty. */
  List<Sweep> sweep();

  /**
   * Refuses what {@link #start} would refuse, without an engine: builds the parts whose seed does
   * not matter, but not those that are among {@code sound}, and adds them to it.
   *
   * @throws IllegalArgumentException when parts do not go together
   */
  void check(Set<Object> sound);

  /** Builds everything and stands before the first update. */
  Training start();

  /** The laws that its parts break, in words; none is well. */
  List<String> brokenLaws();
}
