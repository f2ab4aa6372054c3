/**
 * Exponential families of one real coordinate, and what can be asked of their densities.
 *
 * <pre>
 *   p(x; v)  = q(x) exp(psi(x) . v - log Z(v))               one coordinate, psi and v in R^k
 *   p(s'|s,a) = prod_i p_i(s'_i; v_i),   v = W phi(s, a)     all of them, W in R^{d_psi x d_phi}
 * </pre>
 *
 * <p>{@link hydrangea.models.family.Family} is the catalogue: base log q and statistic psi as small
 * records. {@link hydrangea.models.family.Family#at} fixes v and gives a {@link
 * hydrangea.models.family.ScalarDensity}: in closed form where there is one, by Gauss-Legendre
 * quadrature elsewhere. A {@link hydrangea.models.family.Sampler} draws for many v at once. {@link
 * hydrangea.models.family.Features} is the other catalogue, of phi.
 *
 * <p>Beside the shape letters of {@link hydrangea.models}: {@code k} statistics of one coordinate,
 * {@code d} coordinates, {@code f} features. Matrices W are {@code [sum of k over d, f]}.
 *
 * <p>Source: Li, Li, Kabra, Srebro, Wang and Yang 2022, "Exponential Family Model-Based
 * Reinforcement Learning via Score Matching", NeurIPS, arXiv 2112.14195, and its code. Their sigma
 * is a variance; so it is here.
 */
@NullMarked
package hydrangea.models.family;

import org.jspecify.annotations.NullMarked;
