package hydrangea.runner.sweep

import hydrangea.models.training.Experiment
import hydrangea.models.training.Sweep.Condition
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.override.Resolved
import hydrangea.runner.override.Resolver
import hydrangea.runner.override.reason

/** Turns points into jobs. */
internal class Planning(
    private val catalogue: Catalogue,
    private val ground: Resolver.Ground<Experiment>,
    private val fixed: List<String>,
    private val conditions: List<Condition>,
) {
    private val jobs = mutableListOf<PlannedJob>()
    private val problems = Problems()
    private val known = HashSet<List<Any>>()
    private val sound = HashSet<Any>()
    private val count
        get() = jobs.size + problems.jobs

    private var dropped = 0
    private var repeated = 0

    /** The plan of all [points], or of the first [wanted] jobs that they come to. */
    fun of(points: Sequence<Point>, wanted: Int?): Plan {
        for (point in if (wanted == null) points else points.take(TRIES * wanted)) {
            if (count == wanted) break
            add(point)
        }
        if (count == 0) throw UsageError("where drops all $dropped jobs")
        problems.refuse(count)
        return if (wanted == null) Plan(jobs, dropped, repeated) else Plan(jobs, dropped, 0, wanted - count)
    }

    private fun add(point: Point) {
        if (!known.add(point.identity)) {
            repeated++
            return
        }
        val candidate = Candidate(point)
        try {
            if (candidate.isWanted()) jobs += candidate.job(count) else dropped++
        } catch (e: UsageError) {
            problems.add(e, count, point)
        }
    }

    private inner class Candidate(private val point: Point) {
        private val words = fixed + point.words
        private val resolved: Resolved<Experiment> by lazy { ground.resolve(words) }

        fun isWanted(): Boolean {
            val sight = Sight(catalogue, point) { resolved.resolution }
            return (point.conditions + conditions).all { holds(it, sight) }
        }

        private fun holds(condition: Condition, sight: Sight) =
            try {
                condition.holds(sight)
            } catch (e: IllegalArgumentException) {
                throw UsageError("where of the script: ${reason(e)}")
            }

        fun job(index: Int): PlannedJob {
            try {
                resolved.experiment.check(sound)
            } catch (e: IllegalArgumentException) {
                throw UsageError(reason(e))
            }
            return PlannedJob(index, words, point.texts, resolved)
        }
    }

    private companion object {
        /** So many draws for one that is wanted, then there are no more. */
        const val TRIES = 100
    }
}

/** What is wrong with jobs, each once. */
private class Problems {
    private val concerned = LinkedHashMap<String, MutableList<String>>()

    /** How many jobs have any. */
    var jobs = 0
        private set

    fun add(error: UsageError, index: Int, point: Point) {
        jobs++
        val said = point.texts.map { (key, value) -> "$key=$value" }.joinToString(" ")
        error.problems.forEach { problem ->
            val indices = concerned.getOrPut(problem, ::mutableListOf)
            indices += if (indices.isEmpty()) "$index ($said)" else "$index"
        }
    }

    /** Throws them, if there are any. */
    fun refuse(count: Int) {
        if (jobs == 0) return
        throw UsageError(
            concerned.map { (problem, jobs) -> if (jobs.size == count) problem else "job ${few(jobs)}: $problem" }
        )
    }

    private fun few(indices: List<String>): String {
        val shown = if (indices.size > SHOWN + 1) indices.take(SHOWN) else indices
        val rest = indices.size - shown.size
        return if (rest > 0) "${shown.joinToString()} and $rest more" else shown.joinToString(" and ")
    }

    private companion object {
        const val SHOWN = 2
    }
}
