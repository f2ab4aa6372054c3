@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.envs.CartPole
import hydrangea.envs.CartPole.KinematicsIntegrator
import hydrangea.envs.EnvSpec
import hydrangea.envs.Pendulum
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
