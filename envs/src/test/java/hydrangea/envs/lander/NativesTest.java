package hydrangea.envs.lander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class NativesTest {
  private static final String PLATFORM =
      System.getProperty("os.name") + " on " + System.getProperty("os.arch");

  @Test
  void load_noLibraryForThePlatform_saysWhatIsMissing() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Natives.load("libgdx.so", null))
        .withMessage(
            "this environment needs the native library libgdx.so for "
                + PLATFORM
                + ", but it is not on the class path"
                + " (gdx-platform and gdx-box2d-platform, natives-desktop)");
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
              "this environment needs the native library %s for %s, but ", name, PLATFORM)
          .withCauseInstanceOf(UnsatisfiedLinkError.class);
    }
  }
}
