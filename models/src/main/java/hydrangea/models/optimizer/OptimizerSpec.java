package hydrangea.models.optimizer;

/** Which optimiser, with which parameters: an immutable record, valid once constructed. */
public sealed interface OptimizerSpec permits Adam.Spec, AdamW.Spec, Sgd.Spec, OptimizerSpec.Open {
  /** A fresh optimiser for {@code size} weights. */
  Optimizer build(int size);

  /** The place for optimisers from outside this catalogue: a script's or a jar's own record. */
  non-sealed interface Open extends OptimizerSpec {}
}
