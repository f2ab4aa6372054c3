package hydrangea.envs.lander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class NativesTest {
  private static final String PLATFORM =
      System.getProperty("os.name") + " on " + System.getProperty("os.arch");

  private static final String FOLDER = System.getProperty("java.io.tmpdir");
  private static final String TEMPORARY =
      "give Java another folder, as in HYDRANGEA_OPTS=-Djava.io.tmpdir=$HOME";

  @Test
  void load_noLibraryForThePlatform_saysWhatIsMissing() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Natives.load("libgdx.so", null))
        .withMessage(
            "this environment needs the native library libgdx.so for "
                + PLATFORM
                + ", but it is not on the class path: put gdx-platform and gdx-box2d-platform"
                + " there, of the classifier natives-desktop, as envs/pom.xml has them");
  }

  @Test
  void load_cannotBeWritten_saysWhereItCan() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Natives.load("libgdx.so", broken))
        .withMessage(
            "this environment needs the native library libgdx.so for %s, but it cannot be written"
                + " into %s: %s",
            PLATFORM, FOLDER, TEMPORARY)
        .withRootCauseInstanceOf(IOException.class);
    assertThat(Path.of(FOLDER).toFile().list((folder, name) -> name.endsWith("-libgdx.so")))
        .isEmpty();
  }

  @Test
  void load_libraryOfAnotherPlatform_saysWhich() throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String name = arm ? "libgdx-box2d64.so" : "libgdx-box2darm64.so";
    try (InputStream foreign = Natives.class.getResourceAsStream("/" + name)) {
      assertThat(foreign).isNotNull();
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> Natives.load(name, foreign))
          .withMessageStartingWith(
              "this environment needs the native library %s for %s, but it cannot be loaded (",
              name, PLATFORM)
          .withMessageEndingWith(TEMPORARY)
          .withCauseInstanceOf(UnsatisfiedLinkError.class);
    }
  }
}
