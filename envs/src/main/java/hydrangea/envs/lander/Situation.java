package hydrangea.envs.lander;

/**
 * What is the case after a step.
 *
 * @param rightLeg Gymnasium's {@code legs[0]}, whose i is -1: it stands to the right
 * @param leftLeg Gymnasium's {@code legs[1]}
 * @param rightContact whether that leg touches the ground now
 * @param leftContact whether that leg touches the ground now
 * @param crashed whether the hull has touched the ground since the reset
 * @param awake false once the lander has been at rest for half a second
 * @param windIndex when in the wind's own time, advancing with every step without ground contact
 * @param torqueIndex the same for the turbulence
 */
public record Situation(
    Motion lander,
    Motion rightLeg,
    Motion leftLeg,
    boolean rightContact,
    boolean leftContact,
    boolean crashed,
    boolean awake,
    int windIndex,
    int torqueIndex) {}
