package hydrangea.models.value;

import hydrangea.models.Seeds;
import hydrangea.models.nn.Networks;

/**
 * Where a value network is built.
 *
 * @param observations S, the observation width
 * @param actions n, how many there are to choose from
 * @param networks native ones, or plain Java ones for checks in double
 * @param seeds the source of the initial weights
 */
public record ValueSite(int observations, int actions, Networks networks, Seeds seeds) {}
