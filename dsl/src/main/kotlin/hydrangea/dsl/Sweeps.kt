@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.training.Sweep

/**
 * A key and its values: plain ones, or those of one range or list (`axis("seed", 0..4)`), specs (`axis("actor",
 * gaussian(), meanFlow())`), or texts as on a command line (`axis("optimizer.learningRate", "tag(log, interval(1e-5,
 * 1e-2))")`). An axis of lists names at least two of them.
 */
fun axis(key: String, vararg values: Any): Sweep =
    Sweep.Axis(key, (values.singleOrNull() as? Iterable<*>)?.map { it ?: "null" } ?: values.toList())

/** [count] runs that differ in their seed only, 0 and up. */
fun seeds(count: Int): Sweep = axis("seed", 0 until count)

/** Parts in step: the first values of all, then the second ones; all have as many. */
fun zip(vararg parts: Sweep): Sweep = Sweep.Zip(parts.toList())

/** Every combination of the parts. Of several grids in one `sweep`, each is run: they do not multiply each other. */
fun grid(vararg parts: Sweep): Sweep = Sweep.Grid(parts.toList())

/**
 * Only the jobs of this sweep that fulfil [condition]: `.where { text("actor") == "meanFlow" || number("seed") < 3 }`.
 */
fun Sweep.where(condition: Sweep.Point.() -> Boolean): Sweep = Sweep.Where(this, condition)
