package hydrangea.models.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hydrangea.models.Matrix;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reference numbers of trusted Python implementations, and the comparison with them. */
public final class Golden {
  private Golden() {}

  public static JsonObject json(String name) {
    return JsonParser.parseString(text(name)).getAsJsonObject();
  }

  /** The rows below the header; an empty cell is NaN. */
  public static List<double[]> csv(String name) {
    return text(name).lines().skip(1).map(Golden::cells).toList();
  }

  private static double[] cells(String line) {
    return Arrays.stream(line.split(",", -1))
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  private static String text(String name) {
    try (var stream = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name));
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var text = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        text.append((char) c);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<JsonObject> objects(JsonElement array) {
    return stream(array).map(JsonElement::getAsJsonObject).toList();
  }

  public static double[] numbers(JsonElement array) {
    return stream(array).mapToDouble(JsonElement::getAsDouble).toArray();
  }

  public static Matrix column(JsonElement array) {
    return Matrix.column(numbers(array));
  }

  public static Matrix row(JsonElement array) {
    return Matrix.of(numbers(array));
  }

  public static Matrix matrix(JsonElement rows) {
    return Matrix.of(stream(rows).map(Golden::numbers).toArray(double[][]::new));
  }

  private static Stream<JsonElement> stream(JsonElement array) {
    JsonArray elements = array.getAsJsonArray();
    return StreamSupport.stream(elements.spliterator(), false);
  }

  /** Equal within {@code tolerance}, relative above one and absolute below. */
  public static void assertClose(double actual, double expected, double tolerance) {
    assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
  }

  public static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int k = 0; k < actual.length; k++) {
      assertClose(actual[k], expected[k], tolerance);
    }
  }

  public static void assertClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(actual.columns).isEqualTo(expected.columns);
    assertClose(actual.data, expected.data, tolerance);
  }
}
