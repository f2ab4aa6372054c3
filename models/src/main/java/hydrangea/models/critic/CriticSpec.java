package hydrangea.models.critic;

import hydrangea.models.actor.Site;

/** The catalogue of critics: what a script writes down and {@link #build} turns into one. */
public sealed interface CriticSpec permits TwinQ.Spec, CriticSpec.Open {
  Critic build(Site site);

  /** A critic declared by a user. */
  non-sealed interface Open extends CriticSpec {}
}
