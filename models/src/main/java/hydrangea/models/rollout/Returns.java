package hydrangea.models.rollout;

import hydrangea.envs.Environment;
import hydrangea.models.Seeds;
import hydrangea.models.rollout.Transitions.Ended;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What episodes under a policy came to, undiscounted.
 *
 * @param std of the episodes around their mean, over n
 * @param length mean steps of an episode
 * @param outcome means of what the environment tells of an episode's end
 */
public record Returns(
    double mean, double std, double min, double max, double length, Map<String, Double> outcome) {
  private static final int SIDE_BY_SIDE = 10;

  /**
   * Plays {@code episodes} in environments of its own, some side by side; the same seeds give the
   * same starts, whatever the policy.
   */
  public static Returns of(
      Supplier<? extends Environment<?>> environment,
      Behaviour behaviour,
      int episodes,
      Seeds seeds) {
    int lanes = Math.min(episodes, SIDE_BY_SIDE);
    var environments = new ArrayList<Environment<?>>();
    for (int i = 0; i < lanes; i++) {
      environments.add(environment.get());
    }
    try (var rollout = new Rollout(environments, seeds)) {
      return of(played(rollout, behaviour, episodes));
    }
  }

  /** The first episodes of every lane, as many of each: the short ones must not crowd in. */
  private static List<Ended> played(Rollout rollout, Behaviour behaviour, int episodes) {
    var played = new ArrayList<Ended>();
    int[] left = new int[rollout.size()];
    for (int k = 0; k < episodes; k++) {
      left[k % left.length]++;
    }
    for (long step = 0; played.size() < episodes; step++) {
      for (Ended end : rollout.step(behaviour.act(rollout.observations(), step)).ended()) {
        if (left[end.environment()]-- > 0) {
          played.add(end);
        }
      }
    }
    return played;
  }

  private static Returns of(List<Ended> episodes) {
    int n = episodes.size();
    var returns = episodes.stream().mapToDouble(Ended::undiscounted).summaryStatistics();
    double mean = returns.getAverage();
    double squares = episodes.stream().mapToDouble(e -> square(e.undiscounted() - mean)).sum();
    double length = episodes.stream().mapToDouble(Ended::steps).sum() / n;
    var outcome = new LinkedHashMap<String, Double>();
    for (Ended episode : episodes) {
      episode.outcome().forEach((name, value) -> outcome.merge(name, value, Double::sum));
    }
    outcome.replaceAll((name, sum) -> sum / n);
    double std = Math.sqrt(squares / n);
    return new Returns(mean, std, returns.getMin(), returns.getMax(), length, outcome);
  }

  private static double square(double x) {
    return x * x;
  }
}
