package hydrangea.models.training;

/** The loss is no longer a number: the run has diverged. */
public final class NonFiniteLoss extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NonFiniteLoss(String phase, long update, double loss) {
    super("the loss was " + loss + " at update " + update + " of phase " + phase);
  }
}
