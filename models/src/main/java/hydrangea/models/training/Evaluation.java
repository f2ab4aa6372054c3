package hydrangea.models.training;

import hydrangea.models.Check;

/**
 * How a policy is judged while it learns: by its deterministic actions, in environments of their
 * own, from starts that are the same every time. The best of those with {@code episodes} is kept;
 * the last one measures, and takes no part in that.
 *
 * @param every environment steps between two evaluations; 0 for none but the last
 * @param episodes of each of them
 * @param finalEpisodes of the last one, whose numbers are the results
 */
public record Evaluation(int every, int episodes, int finalEpisodes) {
  public Evaluation {
    Check.atLeast("every", every, 0);
    Check.atLeast("episodes", episodes, 1);
    Check.atLeast("finalEpisodes", finalEpisodes, 1);
  }
}
