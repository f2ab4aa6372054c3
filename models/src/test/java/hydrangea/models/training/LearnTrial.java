package hydrangea.models.training;

import static hydrangea.envs.CartPole.KinematicsIntegrator.EULER;

import hydrangea.envs.CartPole;
import hydrangea.envs.EnvSpec;
import hydrangea.envs.LunarLander;
import hydrangea.envs.Pendulum;
import hydrangea.models.actor.ActorSamples;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.critic.TwinQ;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.objective.LearnObjective;
import hydrangea.models.objective.Sac;
import hydrangea.models.objective.Temperature;
import hydrangea.models.optimizer.Adam;
import hydrangea.models.optimizer.Schedule;
import hydrangea.models.value.MixtureQ;
import java.util.List;

/** A small experiment, of which a test says what it is about. */
record LearnTrial(
    EnvSpec environment,
    ActorSpec<?> actor,
    LearnObjective<?> objective,
    int steps,
    int warmUp,
    double updatesPerStep,
    int environments,
    int replay,
    boolean saveReplay,
    double rewardScale,
    boolean normalizeObservations,
    Evaluation evaluation,
    EarlyStop earlyStop) {
  static final EnvSpec PENDULUM = new Pendulum.Spec(10, 1, 1, .05, 8, 2, Math.PI, 1, 20);
  static final EnvSpec LANDER = new LunarLander.Spec(true, -10, true, 15, 1.5, 1000);
  private static final Initializer START = new Initializer.PyTorch();
  static final Sac.Spec SAC =
      new Sac.Spec(
          new TwinQ.Spec(List.of(8, 8), Activation.RELU, START, START),
          0.99,
          0.05,
          1,
          new Temperature.AutoTuned(1, -1));
  static final EnvSpec CART_POLE =
      new CartPole.Spec(9.8, 1, .1, .5, 10, .02, EULER, .21, 2.4, false, -.05, .05, 30);
  static final MixtureQ.Spec MIXTURE =
      new MixtureQ.Spec(2, List.of(8, 8), Activation.RELU, -10, 10, 1, 0, 1, true, START, START);
  static final EarlyStop NEVER = new EarlyStop.Never();

  static LearnTrial of(EnvSpec environment, LearnObjective<?> objective, int steps) {
    var evaluation = new Evaluation(0, 1, 2);
    return new LearnTrial(
        environment,
        ActorSamples.gaussian(true),
        objective,
        steps,
        10,
        1,
        1,
        500,
        true,
        1,
        false,
        evaluation,
        NEVER);
  }

  LearnTrial with(int newWarmUp, double newUpdatesPerStep, int newEnvironments) {
    return new LearnTrial(
        environment,
        actor,
        objective,
        steps,
        newWarmUp,
        newUpdatesPerStep,
        newEnvironments,
        replay,
        saveReplay,
        rewardScale,
        normalizeObservations,
        evaluation,
        earlyStop);
  }

  LearnTrial with(Evaluation newEvaluation, EarlyStop newEarlyStop) {
    return new LearnTrial(
        environment,
        actor,
        objective,
        steps,
        warmUp,
        updatesPerStep,
        environments,
        replay,
        saveReplay,
        rewardScale,
        normalizeObservations,
        newEvaluation,
        newEarlyStop);
  }

  LearnTrial with(boolean newSaveReplay, double newRewardScale, boolean newNormalizeObservations) {
    return new LearnTrial(
        environment,
        actor,
        objective,
        steps,
        warmUp,
        updatesPerStep,
        environments,
        replay,
        newSaveReplay,
        newRewardScale,
        newNormalizeObservations,
        evaluation,
        earlyStop);
  }

  LearnTrial with(ActorSpec<?> newActor, int newReplay) {
    return new LearnTrial(
        environment,
        newActor,
        objective,
        steps,
        warmUp,
        updatesPerStep,
        environments,
        newReplay,
        saveReplay,
        rewardScale,
        normalizeObservations,
        evaluation,
        earlyStop);
  }

  Learn.Spec spec() {
    var adam = new Adam.Spec(1e-3, 0.9, 0.999, 1e-8, new Schedule.Constant(), 1e9);
    return new Learn.Spec(
        environment,
        actor,
        objective,
        adam,
        steps,
        8,
        warmUp,
        updatesPerStep,
        environments,
        replay,
        saveReplay,
        rewardScale,
        normalizeObservations,
        evaluation,
        earlyStop,
        10,
        3,
        List.of());
  }

  Training start() {
    return spec().start();
  }
}
