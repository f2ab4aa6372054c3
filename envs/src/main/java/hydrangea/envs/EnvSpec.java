package hydrangea.envs;

/** Which environment, with which parameters: an immutable record, valid once constructed. */
public sealed interface EnvSpec
    permits AddStateAction.Spec,
        CartPole.Spec,
        CustomSinMdp.Spec,
        LunarLander.Spec,
        Pendulum.Spec,
        PlanarArm.Spec,
        StochasticCartPole.Spec,
        EnvSpec.Open {
  /** The environment this describes, time limit and all; its caller closes it. */
  Environment<?> build();

  /** The place for environments from outside this catalogue: a script's or a jar's own record. */
  non-sealed interface Open extends EnvSpec {}
}
