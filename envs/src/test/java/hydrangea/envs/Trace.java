package hydrangea.envs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One recorded Gymnasium episode; row 0 is the reset. */
record Trace(String policy, List<Row> rows) {
  /** One line of the file, by column name. */
  record Row(Map<String, String> cells) {
    double number(String column) {
      return Double.parseDouble(text(column));
    }

    double[] numbers(String... columns) {
      return List.of(columns).stream().mapToDouble(this::number).toArray();
    }

    /** Columns that the file prints with float32's digits. */
    double[] floats(String... columns) {
      return List.of(columns).stream().mapToDouble(c -> Float.parseFloat(text(c))).toArray();
    }

    boolean flag(String column) {
      return text(column).equals("1");
    }

    String text(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  /** The episodes of a file that names the policy in every row. */
  static List<Trace> read(String resource) {
    return episodes(resource).values().stream()
        .map(rows -> new Trace(rows.get(0).text("policy"), rows))
        .toList();
  }

  /** The episodes of a file that has their policies elsewhere, by their number. */
  static List<Trace> read(String resource, IntFunction<String> policy) {
    return episodes(resource).entrySet().stream()
        .map(episode -> new Trace(policy.apply(episode.getKey()), episode.getValue()))
        .toList();
  }

  private static Map<Integer, List<Row>> episodes(String resource) {
    Map<Integer, List<Row>> episodes = new TreeMap<>();
    for (Row row : rows(resource)) {
      episodes.computeIfAbsent((int) row.number("episode"), key -> new ArrayList<>()).add(row);
    }
    return episodes;
  }

  private static List<Row> rows(String resource) {
    try (InputStream bytes = Trace.class.getResourceAsStream("/golden/" + resource);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(bytes, resource), StandardCharsets.UTF_8))) {
      List<String> names = List.of(reader.readLine().split(",", -1));
      return reader.lines().map(line -> row(names, List.of(line.split(",", -1)))).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Row row(List<String> names, List<String> cells) {
    return new Row(
        IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, cells::get)));
  }
}
