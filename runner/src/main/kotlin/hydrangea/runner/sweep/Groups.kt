package hydrangea.runner.sweep

import hydrangea.runner.run.Status

/** Jobs that differ in nothing but their seed. */
internal class SeedGroup(val label: String, val jobs: List<JobResult>) {
    val finished = jobs.filter { it.status == Status.FINISHED }
    private val others = jobs - finished.toSet()

    /** How many jobs count, of how many, and what became of the others: `3 of 5 (1 diverged, 1 failed)`. */
    fun count(): String {
        if (others.isEmpty()) return "${jobs.size}"
        val why = others.groupingBy { it.status }.eachCount().entries.joinToString { (status, n) -> "$n $status" }
        return "${finished.size} of ${jobs.size} ($why)"
    }
}

/** Groups in the order of their first job. */
internal fun groups(jobs: List<JobResult>): List<SeedGroup> {
    val axes = axes(jobs)
    return jobs.groupBy { it.point - SEED }.map { (point, members) -> SeedGroup(label(point, axes), members) }
}

/** What the labels are values of, if they are values of one thing. */
internal fun onlyAxis(jobs: List<JobResult>): String? = axes(jobs).values.singleOrNull()

/** The swept keys but the seed, each with a name as short as tells it from the others. */
private fun axes(jobs: List<JobResult>): Map<String, String> {
    val keys = jobs.flatMap { it.point.keys }.distinct() - SEED
    val last = keys.groupingBy(::lastWord).eachCount()
    return keys.associateWith { if (last.getValue(lastWord(it)) == 1) lastWord(it) else it }
}

private fun lastWord(key: String) = key.substringAfterLast('.')

private fun label(point: Map<String, String>, axes: Map<String, String>): String =
    when {
        axes.isEmpty() -> "all"
        point.isEmpty() -> "unchanged"
        axes.size == 1 -> point.values.single()
        else -> point.entries.joinToString { (key, value) -> "${axes.getValue(key)}=$value" }
    }

private const val SEED = "seed"
