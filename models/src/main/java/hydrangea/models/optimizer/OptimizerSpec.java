package hydrangea.models.optimizer;

import hydrangea.models.Weights;

/** The optimisers to choose from. */
public sealed interface OptimizerSpec permits Adam.Spec, AdamW.Spec, Sgd.Spec, OptimizerSpec.Open {

  /** An optimiser of the user's own. */
  non-sealed interface Open extends OptimizerSpec {}

  /** A fresh optimiser of {@code weights}. */
  Optimizer build(Weights weights);
}
