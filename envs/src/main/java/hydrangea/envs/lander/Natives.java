package hydrangea.envs.lander;

import com.badlogic.gdx.utils.SharedLibraryLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Loads the C++ Box2D and what it needs, once a process.
 *
 * <p>Not by libGDX's own loader: that unpacks into one place for all processes, and jobs that start
 * together on a fresh machine would write the library while another has it open.
 */
final class Natives {
  private static final String FOLDER = System.getProperty("java.io.tmpdir");
  private static final String ANOTHER =
      "give Java another folder, as in HYDRANGEA_OPTS=-Djava.io.tmpdir=$HOME";

  private Natives() {}

  /**
   * Does nothing from the second call on.
   *
   * @throws UnsupportedOperationException if there is no Box2D for this platform
   */
  static synchronized void load() {
    load("gdx"); // Box2D's binding reads its buffers with it
    load("gdx-box2d");
  }

  private static void load(String library) {
    if (SharedLibraryLoader.isLoaded(library)) {
      return;
    }
    String name = new SharedLibraryLoader().mapLibraryName(library);
    load(name, Natives.class.getResourceAsStream("/" + name));
    SharedLibraryLoader.setLoaded(library);
  }

  static void load(String name, @Nullable InputStream library) {
    if (library == null) {
      throw unusable(
          name,
          "it is not on the class path: put gdx-platform and gdx-box2d-platform there, of the"
              + " classifier natives-desktop, as envs/pom.xml has them",
          null);
    }
    try (library) {
      Path copy = unpacked(name, library);
      try {
        System.load(copy.toString());
      } finally {
        discard(copy);
      }
    } catch (IOException broken) {
      throw unusable(name, "it cannot be written into %s: %s".formatted(FOLDER, ANOTHER), broken);
    } catch (UnsatisfiedLinkError broken) {
      String reason = "it cannot be loaded (%s); if %s forbids programs, %s";
      throw unusable(name, reason.formatted(broken.getMessage(), FOLDER, ANOTHER), broken);
    }
  }

  private static Path unpacked(String name, InputStream library) throws IOException {
    Path copy = Files.createTempFile("hydrangea-", "-" + name);
    try {
      Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      discard(copy);
      throw full;
    }
    return copy;
  }

  /** At once where a loaded library's file may go, else with the process. */
  private static void discard(Path copy) {
    if (!copy.toFile().delete()) {
      copy.toFile().deleteOnExit();
    }
  }

  private static UnsupportedOperationException unusable(
      String name, String reason, @Nullable Throwable cause) {
    return new UnsupportedOperationException(
        "this environment needs the native library %s for %s on %s, but %s"
            .formatted(name, System.getProperty("os.name"), System.getProperty("os.arch"), reason),
        cause);
  }
}
