/**
 * Estimates of W in {@code p_W(s'|s,a) ~ q(s') exp(psi(s') . W phi(s, a))} from transitions, by
 * score matching and by maximum likelihood.
 *
 * <p>{@link hydrangea.models.estimation.EstimatorSpec} is the catalogue. Ridge regression, which
 * fits a linear dynamical system, is no entry of its own: it is what score matching comes to for
 * {@link hydrangea.models.family.Normal}.
 */
@NullMarked
package hydrangea.models.estimation;

import org.jspecify.annotations.NullMarked;
