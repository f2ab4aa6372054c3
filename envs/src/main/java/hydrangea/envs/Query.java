package hydrangea.envs;

/**
 * Steps that are asked about and not taken: {@code count} states of {@code d} numbers with an
 * action each, and room for the answers. Its owner fills in the states and the pushes, and may ask
 * again.
 */
public final class Query {
  public final int count;

  /** {@code [count, d]}. */
  public final double[] states;

  /** The actions as numbers, -1 to 1, {@code [count]}. */
  public final double[] pushes;

  /** {@code [count, d]}. */
  public final double[] next;

  /** {@code [count]}. */
  public final double[] rewards;

  /** Whether the step terminates its episode, {@code [count]}. */
  public final boolean[] ended;

  public Query(int count, int d) {
    this.count = count;
    states = new double[count * d];
    pushes = new double[count];
    next = new double[count * d];
    rewards = new double[count];
    ended = new boolean[count];
  }
}
