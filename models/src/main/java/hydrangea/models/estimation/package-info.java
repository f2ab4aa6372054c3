/**
 * Estimates of W in {@code p_W(s'|s,a) ~ q(s') exp(psi(s') . W phi(s, a))} from transitions, by
 * score matching and by maximum likelihood.
 *
 * <p>{@link hydrangea.models.estimation.EstimatorSpec} is the catalogue. Ridge regression, which
 * fits a linear dynamical system, is no entry of its own: it is what score matching comes to for
 * {@link hydrangea.models.family.Normal}.
 *
 * <p>Against a known truth, {@link hydrangea.models.estimation.Transitions} with {@link
 * hydrangea.models.estimation.Inputs}, {@link hydrangea.models.estimation.Estimates} says how far
 * they are from it, and {@link hydrangea.models.estimation.Border} when score matching must fail.
 */
@NullMarked
package hydrangea.models.estimation;

import org.jspecify.annotations.NullMarked;
