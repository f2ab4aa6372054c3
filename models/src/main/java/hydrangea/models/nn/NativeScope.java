package hydrangea.models.nn;

import ai.djl.ndarray.NDManager;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of one update's native memory: {@code NativeScope.run(() -> ...)}. A pass frees what it
 * keeps when it goes back; what never went back is freed when its innermost scope ends. Scopes may
 * be nested, belong to their thread, and cost nothing where no native network runs. Outside every
 * scope a pass that never goes back lives until it is garbage.
 */
public final class NativeScope {
  private static final ThreadLocal<@Nullable NativeScope> INNERMOST = new ThreadLocal<>();

  private @Nullable NDManager arrays;

  private NativeScope() {}

  public static void run(Runnable update) {
    NativeScope.<@Nullable Void>call(
        () -> {
          update.run();
          return null;
        });
  }

  /** As {@link #run}, for something that returns a value: a loss, say, but no pass. */
  public static <T extends @Nullable Object> T call(Supplier<T> update) {
    var outer = INNERMOST.get();
    var scope = new NativeScope();
    INNERMOST.set(scope);
    try {
      return update.get();
    } finally {
      INNERMOST.set(outer);
      if (scope.arrays != null) {
        scope.arrays.close();
      }
    }
  }

  /** How many native arrays the process holds: those of networks, and of passes on their way. */
  public static int liveArrays() {
    return NativeMemory.liveArrays();
  }

  /** The size of all those arrays; what is a view of another counts again. */
  public static long liveBytes() {
    return NativeMemory.liveBytes();
  }

  /** The arrays of the innermost scope of this thread, or null outside every scope. */
  static @Nullable NDManager innermost() {
    var scope = INNERMOST.get();
    if (scope == null) {
      return null;
    }
    if (scope.arrays == null) {
      scope.arrays = NativeMemory.root().newSubManager();
    }
    return scope.arrays;
  }
}
