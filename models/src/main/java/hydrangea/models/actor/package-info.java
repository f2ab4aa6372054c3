/**
 * Policies, and what each can do: capabilities are interfaces, and an objective asks for the
 * weakest one that suffices.
 *
 * <p>Decisions: {@code targetStd} of a mean flow is what a sigma head is regressed on, not noise on
 * the data, since only a head has a conditional density (see {@link
 * hydrangea.models.actor.MeanFlowActor}); that head starts at its target, or its first errors would
 * drown the velocity's gradient. The residual form is a network's parameterisation, not an
 * objective: both have the same loss. An actor whose density needs its solver's log-determinants
 * claims {@code Pathwise} only, until it has them.
 *
 * <p>The gaussian, flows and latent policies share one mathematics: a {@link
 * hydrangea.models.actor.Latent} of some {@link hydrangea.models.actor.BaseDistribution}, through
 * bijections whose log terms add. What a flow or a latent policy starts from is a part of its own,
 * so that a base without a network has no widths to say. A flow does not squash its latent unless
 * told to, unlike its source: a bounded latent leaves given actions outside its support, with a
 * log-density of minus infinity, and nothing is gained where the last tanh bounds the action
 * anyway.
 *
 * <p>A latent policy's decoder has a noise of its own, unlike its source's, whose entropy bounds
 * the action's. Scored by its latent alone, with a decoder that is a function, SAC on the arm of
 * two joints kept the latent at its greatest entropy, above any target, so that alpha fell by a
 * factor of e every 1,000 updates; the decoder learned to ignore the latent, and exploration ended.
 * No other target, fixed temperature or start of the decoder changed that. The source's is {@link
 * hydrangea.models.actor.Decoder.Deterministic}.
 *
 * <p>Time runs from data at t = 0 to noise at t = 1, with z_t = (1 - t) x + t e and v = e - x.
 */
@NullMarked
package hydrangea.models.actor;

import org.jspecify.annotations.NullMarked;
