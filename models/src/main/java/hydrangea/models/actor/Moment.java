package hydrangea.models.actor;

/**
 * How far a training is: all that a schedule of exploration may ask, so that it has no state of its
 * own, and one that is resumed goes on where it was.
 *
 * @param step environment steps before this one
 * @param episodes that have ended
 */
public record Moment(long step, long episodes) {}
