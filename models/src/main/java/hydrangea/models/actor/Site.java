package hydrangea.models.actor;

import hydrangea.models.Seeds;
import hydrangea.models.nn.Networks;

/**
 * Where an actor is built.
 *
 * @param observations S, the observation width
 * @param actions A, the action width
 * @param networks native ones, or plain Java ones for checks in double
 * @param seeds the source of the initial weights
 */
public record Site(int observations, int actions, Networks networks, Seeds seeds) {}
