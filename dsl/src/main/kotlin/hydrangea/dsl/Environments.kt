@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.envs.CartPole
import hydrangea.envs.CartPole.KinematicsIntegrator
import hydrangea.envs.EnvSpec
import hydrangea.envs.LunarLander
import hydrangea.envs.Pendulum
import hydrangea.envs.PlanarArm
import hydrangea.envs.arm.ArmTask
import kotlin.math.PI

/** Gymnasium's Pendulum-v1. */
fun pendulum(
    g: Double = 10.0,
    m: Double = 1.0,
    l: Double = 1.0,
    dt: Double = 0.05,
    maxSpeed: Double = 8.0,
    maxTorque: Double = 2.0,
    maxInitialTheta: Double = PI,
    maxInitialThetaDot: Double = 1.0,
    maxEpisodeSteps: Int = 200,
): EnvSpec = Pendulum.Spec(g, m, l, dt, maxSpeed, maxTorque, maxInitialTheta, maxInitialThetaDot, maxEpisodeSteps)

/** Gymnasium's CartPole-v1. */
fun cartPole(
    gravity: Double = 9.8,
    massCart: Double = 1.0,
    massPole: Double = 0.1,
    length: Double = 0.5,
    forceMag: Double = 10.0,
    tau: Double = 0.02,
    kinematicsIntegrator: KinematicsIntegrator = KinematicsIntegrator.EULER,
    thetaThresholdRadians: Double = 12 * 2 * PI / 360,
    xThreshold: Double = 2.4,
    suttonBartoReward: Boolean = false,
    initialLow: Double = -0.05,
    initialHigh: Double = 0.05,
    maxEpisodeSteps: Int = 500,
): EnvSpec =
    CartPole.Spec(
        gravity,
        massCart,
        massPole,
        length,
        forceMag,
        tau,
        kinematicsIntegrator,
        thetaThresholdRadians,
        xThreshold,
        suttonBartoReward,
        initialLow,
        initialHigh,
        maxEpisodeSteps,
    )

/** Gymnasium's LunarLander-v3; with [continuous] actions, LunarLanderContinuous. */
fun lunarLander(
    continuous: Boolean = false,
    gravity: Double = -10.0,
    enableWind: Boolean = false,
    windPower: Double = 15.0,
    turbulencePower: Double = 1.5,
    maxEpisodeSteps: Int = 1000,
): EnvSpec = LunarLander.Spec(continuous, gravity, enableWind, windPower, turbulencePower, maxEpisodeSteps)

/** SPARK's inverse-kinematics arm of 2025, with actions of up to half a turn either way. */
fun planarArm(
    joints: Int = 2,
    lengths: List<Double> = listOf(),
    relativeAngles: Boolean = true,
    oneShot: Boolean = false,
    discrete: Boolean = false,
    actionScale: Double = 1.0,
    epsilon: Double = 0.01,
    task: ArmTask = reach(),
    normalizeReward: Boolean = false,
    randomStart: Boolean = false,
    target: List<Double> = listOf(),
    maxEpisodeSteps: Int = 200,
): EnvSpec =
    PlanarArm.Spec(
        joints,
        lengths,
        relativeAngles,
        oneShot,
        discrete,
        actionScale,
        epsilon,
        task,
        normalizeReward,
        randomStart,
        target,
        maxEpisodeSteps,
    )

/** A planar arm's task: its effector to the target, by whatever pose. */
fun reach(bonus: Double = 0.0): ArmTask = ArmTask.Reach(bonus)

/** A planar arm's task: the pose that cyclic coordinate descent finds for the target. */
fun imitation(order: Double = 2.0, tolerance: Double = 0.1, maxSweeps: Int = 10_000): ArmTask =
    ArmTask.Imitation(order, tolerance, maxSweeps)
