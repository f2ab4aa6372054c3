package hydrangea.models.training;

import java.util.List;

/** The catalogue of experiments: what the last expression of a script is. */
public sealed interface Experiment permits Fit.Spec, Study.Spec {
  /** Where all randomness comes from. */
  long seed();

  /** The same with another seed. */
  Experiment seeded(long other);

  /** Builds everything and stands before the first update. */
  Training start();

  /** The laws that its parts break, in words; none is well. */
  List<String> brokenLaws();
}
