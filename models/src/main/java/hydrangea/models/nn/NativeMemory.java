package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import hydrangea.models.Matrix;
import java.lang.ref.Cleaner;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** The native arrays of one pass or one network, and the edge where doubles become floats. */
final class NativeMemory implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private static volatile @Nullable NDManager root;

  private final NDManager arrays;

  private NativeMemory(NDManager arrays) {
    this.arrays = arrays;
  }

  /** The memory of something that {@code owner} holds: freed with the scope, or as its garbage. */
  static NativeMemory ofPass(Object owner) {
    var scope = NativeScope.innermost();
    return scope == null ? ofNetwork(owner) : new NativeMemory(scope.newSubManager());
  }

  /** Memory that is freed when {@code owner} is garbage. */
  static NativeMemory ofNetwork(Object owner) {
    var arrays = root().newSubManager();
    CLEANER.register(owner, arrays::close);
    return new NativeMemory(arrays);
  }

  /** Memory that the caller closes. */
  static NativeMemory temporary() {
    return new NativeMemory(root().newSubManager());
  }

  /** The parent of all; the first call loads the engine. */
  static NDManager root() {
    var loaded = root;
    return loaded != null ? loaded : load();
  }

  static int liveArrays() {
    var loaded = root;
    return loaded == null ? 0 : loaded.getManagedArrays().size();
  }

  static long liveBytes() {
    var loaded = root;
    return loaded == null
        ? 0
        : loaded.getManagedArrays().stream().mapToLong(a -> a.size() * Float.BYTES).sum();
  }

  private static synchronized NDManager load() {
    if (root == null) {
      try {
        root = NativeEngine.load();
      } catch (RuntimeException | LinkageError cause) {
        throw new IllegalStateException(
            "the native engine does not load; networks in Java need none, native ones need"
                + " ai.djl.pytorch's engine, jni and native-cpu on the class path: "
                + cause.getMessage(),
            cause);
      }
    }
    return root;
  }

  void requireOpen() {
    if (!arrays.isOpen()) {
      throw new IllegalStateException("the scope of this pass has ended before it went back");
    }
  }

  @Override
  public void close() {
    arrays.close();
  }

  /** An array of unset numbers. */
  NDArray create(Shape shape) {
    return arrays.create(shape, DataType.FLOAT32);
  }

  NDArray in(Matrix matrix) {
    return in(matrix, new Matrix(0, matrix.columns));
  }

  /** Both in one array, {@code lower} below {@code upper}. */
  NDArray in(Matrix upper, Matrix lower) {
    var array = create(new Shape(upper.rows + lower.rows, upper.columns));
    var floats = floats(array);
    put(upper, floats);
    put(lower, floats);
    return array;
  }

  private static void put(Matrix matrix, FloatBuffer floats) {
    for (double number : matrix.data) {
      floats.put((float) number);
    }
  }

  /** The next rows of {@code floats}. */
  static Matrix out(FloatBuffer floats, int rows, int columns) {
    var matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = floats.get();
    }
    return matrix;
  }

  /** The array's own memory: never touch it after the array was closed. */
  static FloatBuffer floats(NDArray array) {
    boolean empty = array.getShape().size() == 0; // has no address
    return empty ? FloatBuffer.allocate(0) : array.toByteBuffer(true).asFloatBuffer();
  }
}
