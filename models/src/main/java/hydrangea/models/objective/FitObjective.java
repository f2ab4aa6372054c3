package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Actor;
import hydrangea.models.target.Target;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * The catalogue of objectives that fit an actor to a target.
 *
 * @param <A> what the actor must be able to do
 * @param <T> what the target must be able to do
 */
public sealed interface FitObjective<A extends Actor, T extends Target>
    permits ConditionalFlowMatching,
        MeanFlowMatching,
        NegativeLogLikelihood,
        ReverseKl,
        Matching,
        Toward {
  /**
   * The loss of one batch, with its gradient added to {@code into}.
   *
   * @param obs {@code [B, S]}
   */
  Metrics loss(A actor, T target, Matrix obs, Seeds seeds, Gradient into);

  /** The class of {@code A}, for the check of a pair chosen at run time. */
  default Class<?> needs() {
    return needs(getClass(), 0, Actor.class);
  }

  /** The class of {@code T}. */
  default Class<?> needsOfTarget() {
    return needs(getClass(), 1, Target.class);
  }

  /**
   * What an objective's record says it implements; a lambda says nothing, and needs {@code least}.
   */
  static Class<?> needs(Class<?> objective, int argument, Class<?> least) {
    for (Type implemented : objective.getGenericInterfaces()) {
      if (implemented instanceof ParameterizedType type
          && type.getRawType() == FitObjective.class) {
        return (Class<?>) type.getActualTypeArguments()[argument];
      }
    }
    return least;
  }
}
