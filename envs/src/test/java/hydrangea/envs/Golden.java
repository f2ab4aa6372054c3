package hydrangea.envs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The reference files in JSON. */
final class Golden {
  private Golden() {}

  /** The objects of one list of the file. */
  static List<JsonObject> rows(String resource, String list) {
    try (InputStream bytes = Golden.class.getResourceAsStream("/golden/" + resource);
        Reader reader =
            new InputStreamReader(
                Objects.requireNonNull(bytes, resource), StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject().getAsJsonArray(list).asList().stream()
          .map(JsonElement::getAsJsonObject)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static double number(JsonObject row, String name) {
    return row.get(name).getAsDouble();
  }

  static boolean flag(JsonObject row, String name) {
    return row.get(name).getAsBoolean();
  }

  static double[] numbers(JsonObject row, String name) {
    return numbers(row.getAsJsonArray(name));
  }

  static List<Double> list(JsonObject row, String name) {
    return Stream.of(row.getAsJsonArray(name))
        .flatMap(array -> array.asList().stream())
        .map(JsonElement::getAsDouble)
        .toList();
  }

  static double[] numbers(JsonArray array) {
    return array.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
  }
}
