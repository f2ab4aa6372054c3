package hydrangea.models.training;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Store;
import hydrangea.models.figure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several experiments one after another, compared in figures. A step is a step of the member. */
public final class Study implements Training {
  private final Spec spec;
  private final List<Map.Entry<String, Experiment>> members;
  private final List<Member> started = new ArrayList<>();

  private Study(Spec spec) {
    this.spec = spec;
    members = List.copyOf(spec.members.entrySet());
    startMember();
  }

  /**
   * What a script writes down.
   *
   * @param members experiments by name, in order
   * @param figures pictures of all of them together
   * @param seed added to the seed of every member
   */
  public record Spec(Map<String, Experiment> members, List<StudyFigure> figures, long seed)
      implements Experiment {
    public Spec {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      figures = List.copyOf(figures);
      Check.require(!members.isEmpty(), "members must hold at least one experiment");
      for (String name : members.keySet()) {
        Check.require(
            name.matches("[A-Za-z_][A-Za-z0-9_]*"),
            "a member's name must be letters, digits and _, was '" + name + "'");
      }
    }

    @Override
    public Experiment seeded(long other) {
      return new Spec(members, figures, other);
    }

    @Override
    public Training start() {
      return new Study(this);
    }

    @Override
    public List<String> brokenLaws() {
      var broken = new ArrayList<String>();
      members.forEach(
          (name, member) -> member.brokenLaws().forEach(law -> broken.add(name + ": " + law)));
      return broken;
    }
  }

  private void startMember() {
    var next = members.get(started.size());
    Experiment experiment = next.getValue().seeded(next.getValue().seed() + spec.seed);
    started.add(new Member(next.getKey(), experiment.start()));
  }

  private Member current() {
    return started.get(started.size() - 1);
  }

  @Override
  public Progress progress() {
    Progress member = current().training.progress();
    boolean last = started.size() == members.size();
    double done = (started.size() - 1 + member.done()) / members.size();
    return new Progress(
        current().name + "/" + member.phase(),
        member.step(),
        member.of(),
        last && member.finished() ? 1 : Math.min(done, Math.nextDown(1.0)));
  }

  @Override
  public void advance(Output out) {
    if (current().training.progress().finished()) {
      finishMember(out);
      startMember();
    }
    current().training.advance(current().under(out));
  }

  private void finishMember(Output out) {
    current().results.putAll(current().training.results(current().under(out)));
    for (StudyFigure figure : spec.figures) {
      figure.draw(List.copyOf(started)).ifPresent(drawn -> out.figure(figure.name(), drawn));
    }
  }

  @Override
  public Map<String, Object> results(Output out) {
    finishMember(out);
    var results = new LinkedHashMap<String, Object>();
    for (Member member : started) {
      member.results.forEach((key, value) -> results.put(member.name + "." + key, value));
    }
    return results;
  }

  @Override
  public void exchange(Store store) {
    long count = store.number("members", started.size());
    while (started.size() < count) {
      startMember();
    }
    for (Member member : started) {
      store.part(member.name, member.training);
    }
  }

  @Override
  public void close() {
    started.forEach(member -> member.training.close());
  }

  /** A member that has started, with what it has told so far: what figures are made of. */
  public static final class Member {
    private final String name;
    private final Training training;
    private final MetricHistory history = new MetricHistory();
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, Object> results = new LinkedHashMap<>();

    private Member(String name, Training training) {
      this.name = name;
      this.training = training;
    }

    /** Listens, and passes everything on under the member's name. */
    private Output under(Output out) {
      return new Output() {
        @Override
        public void metrics(String phase, long step, Map<String, Double> values) {
          history.add(step, values);
          out.metrics(name + "/" + phase, step, values);
        }

        @Override
        public void figure(String figure, Figure drawn) {
          figures.put(figure, drawn);
          out.figure(name + "/" + figure, drawn);
        }
      };
    }

    public String name() {
      return name;
    }

    /** The newest figure of that name. */
    public Optional<Figure> figure(String figure) {
      return Optional.ofNullable(figures.get(figure));
    }

    /** Step and value of a metric, {@code [n, 2]}; no rows where there is none of that name. */
    public Matrix curve(String metric) {
      return history.curve(metric);
    }

    /** The results of those names; nothing if one of them is missing or is no number. */
    public Optional<double[]> numbers(List<String> names) {
      var numbers = new double[names.size()];
      for (int i = 0; i < numbers.length; i++) {
        if (!(results.get(names.get(i)) instanceof Number number)) {
          return Optional.empty();
        }
        numbers[i] = number.doubleValue();
      }
      return Optional.of(numbers);
    }
  }
}
