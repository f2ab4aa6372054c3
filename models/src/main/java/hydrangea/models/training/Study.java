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

/**
 * Several experiments one after another, each under as many seeds as are asked for, compared in
 * figures. A step is a step of the member.
 */
public final class Study implements Training {
  private final Spec spec;
  private final List<Map.Entry<String, Experiment>> members;
  private final List<Member> started = new ArrayList<>();
  private Map<String, Long> counts = new LinkedHashMap<>(); // of the trainings that have finished
  private Training training;

  private Study(Spec spec) {
    this.spec = spec;
    members = List.copyOf(spec.members.entrySet());
    training = nextTraining();
  }

  /**
   * What a script writes down.
   *
   * @param members experiments by name, in order
   * @param figures pictures of all of them together
   * @param seeds how often each member is trained: with its own seed, with the next one, and so on
   * @param seed added to the seed of every member
   * @param sweep what {@code run -m} runs by itself; those of its members count for nothing
   */
  public record Spec(
      Map<String, Experiment> members,
      List<StudyFigure> figures,
      int seeds,
      long seed,
      List<Sweep> sweep)
      implements Experiment {
    public Spec {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      figures = List.copyOf(figures);
      sweep = List.copyOf(sweep);
      Check.require(!members.isEmpty(), "members must hold at least one experiment");
      Check.atLeast("seeds", seeds, 1);
      for (String name : members.keySet()) {
        Check.require(
            name.matches("[A-Za-z_][A-Za-z0-9_]*"),
            "a member's name must be letters, digits and _, was '" + name + "'");
      }
    }

    @Override
    public Experiment seeded(long other) {
      return new Spec(members, figures, seeds, other, sweep);
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

  /** The next seed of the current member, or the first one of the member after it. */
  private Training nextTraining() {
    boolean another = !started.isEmpty() && current().begun() < spec.seeds;
    var next = members.get(started.size() - (another ? 1 : 0));
    if (!another) {
      started.add(new Member(next.getKey(), spec.seeds));
    }
    long seed = next.getValue().seed() + spec.seed + (another ? current().begun() : 0);
    Training begun = next.getValue().seeded(seed).start();
    current().begin(begun.unit());
    return begun;
  }

  private void startNext() {
    training.close();
    training = nextTraining();
  }

  private Member current() {
    return started.get(started.size() - 1);
  }

  /** Trainings that have begun. */
  private int begun() {
    return (started.size() - 1) * spec.seeds + current().begun();
  }

  @Override
  public Progress progress() {
    Progress member = training.progress();
    int all = members.size() * spec.seeds;
    double done = (begun() - 1 + member.done()) / all;
    return new Progress(
        current().place() + "/" + member.phase(),
        member.step(),
        member.of(),
        begun() == all && member.finished() ? 1 : Math.min(done, Math.nextDown(1.0)));
  }

  @Override
  public String unit() {
    return training.unit();
  }

  @Override
  public void advance(Output out) {
    if (training.progress().finished()) {
      finish(out);
      counts = counts();
      startNext();
    }
    training.advance(current().under(out));
  }

  private void finish(Output out) {
    current().finish(training.results(current().under(out)));
    for (StudyFigure figure : spec.figures) {
      figure.draw(List.copyOf(started)).ifPresent(drawn -> out.figure(figure.name(), drawn));
    }
  }

  @Override
  public Map<String, Object> results(Output out) {
    finish(out);
    var results = new LinkedHashMap<String, Object>();
    started.forEach(member -> results.putAll(member.named()));
    return results;
  }

  /** Of all trainings so far. */
  @Override
  public Map<String, Long> counts() {
    var sums = new LinkedHashMap<>(counts);
    training.counts().forEach((name, count) -> sums.merge(name, count, Long::sum));
    return sums;
  }

  @Override
  public Optional<Film> film() {
    return training.film();
  }

  @Override
  public List<String> settled() {
    var settled = new ArrayList<>(List.of("seed", "seeds"));
    for (Member finished : started.subList(0, started.size() - 1)) {
      settled.add("members." + finished.name());
    }
    if (current().begun() > 1) {
      settled.add("members." + current().name());
    } else {
      for (String key : training.settled()) {
        settled.add("members." + current().name() + "." + key);
      }
    }
    return settled;
  }

  /** Of a finished member only what it told is kept: nothing needs its training again. */
  @Override
  public void exchange(Store store) {
    long count = store.number("started", (long) begun());
    while (begun() < count) {
      startNext();
    }
    counts = store.map("counts", counts, 0L, Store::number);
    Store branch = store.at("members");
    started.forEach(member -> branch.part(member.name(), member));
    store.part(current().name(), training);
  }

  @Override
  public void close() {
    training.close();
  }
}
