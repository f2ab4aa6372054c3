package hydrangea.envs;

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
import java.util.stream.DoubleStream;

/** The reference files in JSON. */
public final class Golden {
  private Golden() {}

  /** The objects of one list of the file. */
  public static List<JsonObject> rows(String resource, String list) {
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

  public static double number(JsonObject row, String name) {
    return row.get(name).getAsDouble();
  }

  public static boolean flag(JsonObject row, String name) {
    return row.get(name).getAsBoolean();
  }

  public static double[] numbers(JsonObject row, String name) {
    return row.getAsJsonArray(name).asList().stream()
        .mapToDouble(JsonElement::getAsDouble)
        .toArray();
  }

  public static List<Double> list(JsonObject row, String name) {
    return DoubleStream.of(numbers(row, name)).boxed().toList();
  }
}
