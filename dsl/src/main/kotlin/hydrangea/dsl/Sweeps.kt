@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.training.Sweep

/**
 * A key and its values: plain ones, specs (`axis("actor", gaussian(), meanFlow())`), or texts as on a command line
 * (`axis("optimizer.learningRate", "tag(log, interval(1e-5, 1e-2))")`).
 */
fun axis(key: String, vararg values: Any): Sweep = Sweep.Axis(key, values.toList())

/** A key and its values: `axis("seed", 0..4)`. */
fun axis(key: String, values: Iterable<Any>): Sweep = Sweep.Axis(key, values.toList())

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
