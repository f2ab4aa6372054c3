package hydrangea.models.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The native engine's libraries, half a gigabyte: the first process on a machine unpacks them. */
public final class NativeEngine {
  private NativeEngine() {}

  /** Whether loading the engine takes a moment, and not the time to unpack it. */
  public static boolean unpacked() {
    if (Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH") != null) {
      return true;
    }
    try (var folders = Files.list(folder())) {
      var version = Platform.detectPlatform("pytorch").getVersion();
      return folders.anyMatch(folder -> folder.getFileName().toString().startsWith(version));
    } catch (IOException nothingThere) {
      return false;
    } catch (AssertionError noEngine) {
      return true; // and nothing to unpack: loading says so
    }
  }

  /**
   * Loads the engine. Processes that find it packed take turns: DJL moves what it has unpacked into
   * place in one step, but may delete just before what another process has moved there.
   */
  static NDManager load() {
    if (unpacked()) {
      return onCpu();
    }
    try (var file = lockFile();
        var turn = file.lock()) {
      return onCpu();
    } catch (IOException noLocksHere) {
      return onCpu();
    }
  }

  /** Said, since the engine would take a gpu where it finds one, whose memory Java cannot share. */
  private static NDManager onCpu() {
    return NDManager.newBaseManager(Device.cpu(), "PyTorch");
  }

  private static FileChannel lockFile() throws IOException {
    Files.createDirectories(folder());
    return FileChannel.open(
        folder().resolve("hydrangea.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static Path folder() {
    return Utils.getEngineCacheDir("pytorch");
  }
}
