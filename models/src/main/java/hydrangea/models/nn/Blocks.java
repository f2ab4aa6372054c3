package hydrangea.models.nn;

import java.util.ArrayDeque;

/**
 * Arrays to be used again, of one length, by one thread: a fresh one costs its zeros, and touches
 * memory that is in no cache. Their numbers are what was left in them.
 */
final class Blocks {
  private static final ThreadLocal<Blocks> LAST = ThreadLocal.withInitial(() -> new Blocks(0));

  private final int length;
  private final ArrayDeque<float[]> free = new ArrayDeque<>();

  private Blocks(int length) {
    this.length = length;
  }

  /** Those of this thread. */
  static Blocks of(int length) {
    var blocks = LAST.get();
    if (blocks.length != length) {
      blocks = new Blocks(length); // layers mostly have one width: the others' are left to garbage
      LAST.set(blocks);
    }
    return blocks;
  }

  float[] take() {
    var block = free.poll();
    return block == null ? new float[length] : block;
  }

  void give(float[]... blocks) {
    for (var block : blocks) {
      free.push(block);
    }
  }
}
