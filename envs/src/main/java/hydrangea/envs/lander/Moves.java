package hydrangea.envs.lander;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an episode so far, oldest first: an immutable list whose longer ones share the
 * shorter. Two are equal if their steps are.
 */
public final class Moves {
  /** Before the first step. */
  public static final Moves NONE = new Moves(null, null, 0);

  private final @Nullable Moves before;
  private final @Nullable Move last;
  private final int count;

  private Moves(@Nullable Moves before, @Nullable Move last, int count) {
    this.before = before;
    this.last = last;
    this.count = count;
  }

  /**
   * One step.
   *
   * @param dispersion0 a draw from U(-1, 1)
   * @param dispersion1 a draw from U(-1, 1)
   */
  public record Move(Thrust thrust, double dispersion0, double dispersion1) {}

  public Moves then(Move move) {
    return new Moves(this, move, count + 1);
  }

  public int count() {
    return count;
  }

  /** The latest, which there is after every reset. */
  public Move last() {
    return Objects.requireNonNull(last, "no move has been made");
  }

  /** From the first to the last. */
  public Iterable<Move> inOrder() {
    Deque<Move> moves = new ArrayDeque<>(count);
    for (Moves rest = this; rest.before != null; rest = rest.before) {
      moves.addFirst(rest.last());
    }
    return moves;
  }

  // By loops: an episode may be longer than the stack is deep.
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Moves those) || count != those.count) {
      return false;
    }
    Moves ours = this;
    Moves theirs = those;
    while (ours != theirs && ours.before != null && theirs.before != null) {
      if (!ours.last().equals(theirs.last())) {
        return false;
      }
      ours = ours.before;
      theirs = theirs.before;
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {count, last});
  }

  @Override
  public String toString() {
    return count + " moves";
  }
}
