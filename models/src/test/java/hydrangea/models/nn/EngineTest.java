package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.Matrix;
import hydrangea.models.Weights;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Processes of their own, since this one has the engine. */
class EngineTest {
  /** Builds both kinds of network, then uses the one that is named. */
  static final class Program {
    private Program() {}

    public static void main(String[] names) {
      var shape = new Mlp(1, List.of(2), 1, Activation.GELU);
      var weights = new Weights(shape.size());
      var java = Networks.JAVA.of(shape, weights, 0);
      var djl = Networks.NATIVE.of(shape, weights, 0);
      try {
        NativeScope.run(() -> (names[0].equals("java") ? java : djl).apply(Matrix.column(1)));
        System.out.println("live arrays: " + NativeScope.liveArrays());
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void engine_whenOnlyJavaNetworksRun_isNotLoaded() throws Exception {
    assertThat(run("java")).isEqualTo("live arrays: 0");
  }

  @Test
  void engine_whenItIsMissing_isNamedInOneException() throws Exception {
    assertThat(run("native")).startsWith("the native engine does not load;").hasLineCount(1);
  }

  private static String run(String name) throws Exception {
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("pytorch"))
            .collect(Collectors.joining(File.pathSeparator));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "-cp", classPath, Program.class.getName(), name)
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }
}
