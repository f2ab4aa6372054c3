package hydrangea.models.actor;

/** The catalogue of actors: what a script writes down and {@link #build} turns into one. */
public sealed interface ActorSpec<A extends Actor>
    permits GaussianActor.Spec,
        FlowActor.Spec,
        LatentActor.Spec,
        MeanFlowActor.Spec,
        FlowMatchingActor.Spec,
        EpsilonGreedy.Spec,
        ActorSpec.Open {
  /** The class that {@link #build} returns: its interfaces are what the actor can do. */
  Class<A> builds();

  A build(Site site);

  /** An actor declared by a user. */
  non-sealed interface Open<A extends Actor> extends ActorSpec<A> {}
}
