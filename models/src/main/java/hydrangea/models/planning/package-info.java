/**
 * Model-based learning: a planner looks ahead through a model of the transitions, acts, and the
 * model is estimated anew after every episode.
 *
 * <p>{@link hydrangea.models.planning.RandomShooting} chooses actions by what trials of random
 * futures earn; {@link hydrangea.models.planning.Dynamics} is what the trials run through, a {@link
 * hydrangea.models.family.TransitionModel} or the environment itself; {@link
 * hydrangea.models.planning.ModelBasedLearning} plays the episodes.
 *
 * <p>Decision: threads share out trials as the machine's settings say, and no experiment does, for
 * they change no number: each lane of trials draws from a generator of its own. The common pool
 * does it, and only where there is enough to do.
 *
 * <p>Source: Li, Li, Kabra, Srebro, Wang and Yang 2022, "Exponential Family Model-Based
 * Reinforcement Learning via Score Matching", NeurIPS, arXiv 2112.14195, and its code.
 */
@NullMarked
package hydrangea.models.planning;

import org.jspecify.annotations.NullMarked;
