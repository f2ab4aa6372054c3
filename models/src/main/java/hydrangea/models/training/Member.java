package hydrangea.models.training;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.figure.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A member of a study that has started, with what its trainings have told so far, one for each
 * seed: what figures are made of.
 */
public final class Member implements Saved {
  private final String name;
  private final int seeds;
  private final List<Telling> tellings = new ArrayList<>();
  private Map<String, Figure> figures = new LinkedHashMap<>();
  private String unit = "";

  Member(String name, int seeds) {
    this.name = name;
    this.seeds = seeds;
  }

  /** Begins with the next seed, whose training counts in {@code unit}. */
  void begin(String unit) {
    this.unit = unit;
    tellings.add(new Telling());
  }

  /** Seeds that have begun. */
  int begun() {
    return tellings.size();
  }

  /** Where the newest training is told of: the member's name, and the seed where it has several. */
  String place() {
    return seeds == 1 ? name : name + "/" + (begun() - 1);
  }

  /**
   * Listens, and passes everything on under its place; of several seeds only the first one's
   * figures, under the member's name.
   */
  Training.Output under(Training.Output out) {
    Telling telling = tellings.get(begun() - 1);
    String place = place();
    boolean first = begun() == 1;
    return new Training.Output() {
      @Override
      public void metrics(String phase, long step, Map<String, Double> values) {
        telling.history().add(step, values);
        out.metrics(place + "/" + phase, step, values);
      }

      @Override
      public void figure(String figure, Figure drawn) {
        if (first) {
          figures.put(figure, drawn);
          out.figure(name + "/" + figure, drawn);
        }
      }

      @Override
      public void figure(String figure, Supplier<Figure> drawn) {
        if (first) {
          figure(figure, drawn.get());
        }
      }
    };
  }

  /** The newest training has come to its end. */
  void finish(Map<String, Object> measured) {
    tellings.get(begun() - 1).finish(measured);
  }

  public String name() {
    return name;
  }

  /** What its step counts, such as "updates". */
  public String unit() {
    return unit;
  }

  /** Every result by its place and name, and the means over seeds where there are several. */
  Map<String, Object> named() {
    var named = new LinkedHashMap<String, Object>();
    results().forEach((key, value) -> named.put(name + "." + key, value));
    for (int i = 0; seeds > 1 && i < begun(); i++) {
      String place = name + "." + i + ".";
      tellings.get(i).results().forEach((key, value) -> named.put(place + key, value));
    }
    return named;
  }

  /**
   * What it came to, of several seeds the means of those that have finished; nothing before one
   * has.
   */
  public Map<String, Object> results() {
    return Means.of(tellings.stream().map(Telling::results).filter(r -> !r.isEmpty()).toList());
  }

  /** The newest figure of that name, of the first seed. */
  public Optional<Figure> figure(String figure) {
    return Optional.ofNullable(figures.get(figure));
  }

  /** Step and value of a metric, {@code [n, 2]}, for each seed that has told it. */
  public List<Matrix> curves(String metric) {
    return tellings.stream()
        .map(telling -> telling.history().curve(metric))
        .filter(curve -> curve.rows > 0)
        .toList();
  }

  /** The results of those names; nothing if one of them is missing or is no number. */
  public Optional<double[]> numbers(List<String> names) {
    Map<String, Object> results = results();
    var numbers = new double[names.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(results.get(names.get(i)) instanceof Number number)) {
        return Optional.empty();
      }
      numbers[i] = number.doubleValue();
    }
    return Optional.of(numbers);
  }

  @Override
  public void exchange(Store store) {
    unit = store.text("unit", unit);
    long count = store.number("seeds", (long) begun());
    while (begun() < count) {
      begin(unit);
    }
    for (int i = 0; i < begun(); i++) {
      store.part(String.valueOf(i), tellings.get(i));
    }
    figures = store.map("figures", figures, Figure.Chart.blank(), Figure::exchanged);
  }
}
