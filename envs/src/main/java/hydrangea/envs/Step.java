package hydrangea.envs;

/**
 * What one transition led to.
 *
 * @param state the next state; after an episode's end too, since a bootstrap needs it
 * @param terminated the task itself ended: nothing follows, the value of {@code state} is 0
 * @param truncated the episode was cut off (a time limit): the value of {@code state} is not 0.
 *     Both may be true
 */
public record Step<S>(S state, double reward, boolean terminated, boolean truncated) {
  /** Whether a reset must follow; a bootstrap asks {@link #terminated} alone. */
  public boolean done() {
    return terminated || truncated;
  }
}
