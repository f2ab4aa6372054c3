package hydrangea.models.nn;

import hydrangea.models.Weights;

/**
 * The right to go back once, before the weights change. Without it a second way back, or one after
 * an optimiser's step, would be a wrong gradient and no error.
 */
final class Ticket {
  private final Weights weights;
  private final int revision;
  private boolean used;

  Ticket(Weights weights) {
    this.weights = weights;
    this.revision = weights.revision();
  }

  void use() {
    if (used) {
      throw new IllegalStateException("this pass has gone back already: a pass goes back once");
    }
    if (weights.revision() != revision) {
      throw new IllegalStateException(
          "the weights have changed since this pass went forward: go back before editing them");
    }
    used = true;
  }
}
