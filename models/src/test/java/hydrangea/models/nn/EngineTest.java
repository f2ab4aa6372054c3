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
  /** Builds both kinds of network, then shows the one that is named as many rows as are said. */
  static final class Program {
    private Program() {}

    public static void main(String[] words) {
      var shape = new Mlp(1, List.of(2), 1, Activation.GELU);
      var weights = new Weights(shape.size());
      var java = Networks.JAVA.of(shape, weights, 0);
      var djl = Networks.NATIVE.of(shape, weights, 0);
      var rows = new Matrix(Integer.parseInt(words[1]), 1);
      try {
        NativeScope.run(() -> (words[0].equals("java") ? java : djl).apply(rows));
        System.out.println("live arrays: " + NativeScope.liveArrays());
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void engine_whenOnlyJavaNetworksRun_isNotLoaded() throws Exception {
    assertThat(run("java", 2)).isEqualTo("live arrays: 0");
  }

  @Test
  void engine_whenOnlyASingleRowIsShown_isNotLoaded() throws Exception {
    assertThat(run("native", 1)).isEqualTo("live arrays: 0");
  }

  @Test
  void engine_whenItIsMissing_isNamedInOneException() throws Exception {
    assertThat(run("native", 2)).startsWith("the native engine does not load;").hasLineCount(1);
  }

  private static String run(String name, int rows) throws Exception {
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("pytorch"))
            .collect(Collectors.joining(File.pathSeparator));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java, "-cp", classPath, Program.class.getName(), name, String.valueOf(rows))
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }
}
