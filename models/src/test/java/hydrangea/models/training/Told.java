package hydrangea.models.training;

import hydrangea.models.figure.Figure;
import hydrangea.models.testing.MapStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a training tells, in order. */
final class Told implements Training.Output {
  final List<String> rows = new ArrayList<>();
  final Set<String> phases = new LinkedHashSet<>();
  final List<Map<String, Double>> values = new ArrayList<>();
  final Map<String, Figure> figures = new LinkedHashMap<>();

  @Override
  public void metrics(String phase, long step, Map<String, Double> row) {
    rows.add(step + " " + row);
    phases.add(phase);
    values.add(row);
  }

  @Override
  public void figure(String name, Figure figure) {
    figures.put(name, figure);
  }

  /** The newest figure of that name, which has been told. */
  Figure figure(String name) {
    return Objects.requireNonNull(figures.get(name));
  }

  Figure.Chart chart(String name) {
    return (Figure.Chart) figure(name);
  }

  /** What it tells in so many updates. */
  static Told advance(Training training, int times) {
    var told = new Told();
    for (int i = 0; i < times; i++) {
      training.advance(told);
    }
    return told;
  }

  /** What it tells to its end. */
  static Told run(Training training) {
    var told = new Told();
    while (!training.progress().finished()) {
      training.advance(told);
    }
    return told;
  }

  /** The number of that name. */
  static double number(Map<String, ?> values, String name) {
    return ((Number) Objects.requireNonNull(values.get(name))).doubleValue();
  }

  /** All that it saves, by name. */
  static Map<String, Object> state(Training training) {
    return MapStore.saved(training);
  }
}
