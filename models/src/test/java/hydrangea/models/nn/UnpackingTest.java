package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own on a machine that has never unpacked the engine. */
class UnpackingTest {
  /** Loads the engine and says what it found before and after. */
  static final class Program {
    private Program() {}

    public static void main(String[] none) {
      var before = NativeEngine.unpacked();
      NativeMemory.root();
      System.out.print(before + " " + NativeEngine.unpacked());
    }
  }

  @Test
  void twoProcesses_onAFreshMachine_bothLoadTheEngine(@TempDir Path cache) throws Exception {
    var together = List.of(start(cache), start(cache));
    for (var process : together) {
      assertThat(output(process)).endsWith(" true");
    }
    try (var unpacked = Files.list(cache.resolve("pytorch"))) {
      assertThat(unpacked.filter(Files::isDirectory)).hasSize(1);
    }
    assertThat(output(start(cache))).isEqualTo("true true");
  }

  private static Process start(Path cache) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName());
    builder.environment().remove("ENGINE_CACHE_DIR");
    builder.environment().put("DJL_CACHE_DIR", cache.toString());
    builder.environment().put("OPT_OUT_TRACKING", "true");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String output(Process process) throws Exception {
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
