package hydrangea.models.training;

import hydrangea.models.Check;
import hydrangea.models.Store;
import hydrangea.models.rollout.Film;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several experiments one after another, compared in figures. A step is a step of the member. */
public final class Study implements Training {
  private final Spec spec;
  private final List<Map.Entry<String, Experiment>> members;
  private final List<Member> started = new ArrayList<>();
  private Training training;

  private Study(Spec spec) {
    this.spec = spec;
    members = List.copyOf(spec.members.entrySet());
    training = nextMember();
  }

  /**
   * What a script writes down.
   *
   * @param members experiments by name, in order
   * @param figures pictures of all of them together
   * @param seed added to the seed of every member
   * @param sweep what {@code run -m} runs by itself; those of its members count for nothing
   */
  public record Spec(
      Map<String, Experiment> members, List<StudyFigure> figures, long seed, List<Sweep> sweep)
      implements Experiment {
    public Spec {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      figures = List.copyOf(figures);
      sweep = List.copyOf(sweep);
      Check.require(!members.isEmpty(), "members must hold at least one experiment");
      for (String name : members.keySet()) {
        Check.require(
            name.matches("[A-Za-z_][A-Za-z0-9_]*"),
            "a member's name must be letters, digits and _, was '" + name + "'");
      }
    }

    @Override
    public Experiment seeded(long other) {
      return new Spec(members, figures, other, sweep);
    }

    @Override
    public Training start() {
      return new Study(this);
    }

    @Override
    public void check(Set<Object> sound) {
      members.values().forEach(member -> member.check(sound));
    }

    @Override
    public List<String> brokenLaws() {
      var broken = new ArrayList<String>();
      members.forEach(
          (name, member) -> member.brokenLaws().forEach(law -> broken.add(name + ": " + law)));
      return broken;
    }
  }

  /** The training of the member after those that have started. */
  private Training nextMember() {
    var next = members.get(started.size());
    started.add(new Member(next.getKey()));
    return next.getValue().seeded(next.getValue().seed() + spec.seed).start();
  }

  private void startMember() {
    training.close();
    training = nextMember();
  }

  private Member current() {
    return started.get(started.size() - 1);
  }

  @Override
  public Progress progress() {
    Progress member = training.progress();
    boolean last = started.size() == members.size();
    double done = (started.size() - 1 + member.done()) / members.size();
    return new Progress(
        current().name() + "/" + member.phase(),
        member.step(),
        member.of(),
        last && member.finished() ? 1 : Math.min(done, Math.nextDown(1.0)));
  }

  @Override
  public void advance(Output out) {
    if (training.progress().finished()) {
      finishMember(out);
      startMember();
    }
    training.advance(current().under(out));
  }

  private void finishMember(Output out) {
    current().finish(training.results(current().under(out)));
    for (StudyFigure figure : spec.figures) {
      figure.draw(List.copyOf(started)).ifPresent(drawn -> out.figure(figure.name(), drawn));
    }
  }

  @Override
  public Map<String, Object> results(Output out) {
    finishMember(out);
    var results = new LinkedHashMap<String, Object>();
    for (Member member : started) {
      member.results().forEach((key, value) -> results.put(member.name() + "." + key, value));
    }
    return results;
  }

  @Override
  public Optional<Film> film() {
    return training.film();
  }

  @Override
  public List<String> settled() {
    var settled = new ArrayList<>(List.of("seed"));
    for (Member finished : started.subList(0, started.size() - 1)) {
      settled.add("members." + finished.name());
    }
    for (String key : training.settled()) {
      settled.add("members." + current().name() + "." + key);
    }
    return settled;
  }

  /** Of a finished member only what it told is kept: nothing needs its training again. */
  @Override
  public void exchange(Store store) {
    long count = store.number("started", (long) started.size());
    while (started.size() < count) {
      startMember();
    }
    Store branch = store.at("members");
    started.forEach(member -> branch.part(member.name(), member));
    store.part(current().name(), training);
  }

  @Override
  public void close() {
    training.close();
  }
}
