package hydrangea.runner.sweep

import hydrangea.models.training.Experiment
import hydrangea.runner.catalogue.table
import hydrangea.runner.override.Resolved
import hydrangea.runner.run.jsonLine

/**
 * The jobs of a sweep, all resolved and checked.
 *
 * @property jobs in the order of their index, from 0
 * @property dropped how many more a condition does not want
 * @property repeated how many more say what another one says
 * @property missing how many more trials were wanted than there are different ones
 */
class Plan(val jobs: List<PlannedJob>, val dropped: Int, val repeated: Int, val missing: Int = 0) {
    /** The swept keys, in their order. */
    val keys: List<String> = jobs.flatMap { it.point.keys }.distinct()

    /** A line for each job, with what it says in its own way, then how many there are. */
    fun table(): String = table(listOf("job") + keys, jobs.map(::row)) + summary() + "\n"

    private fun row(job: PlannedJob) = listOf("${job.index}") + keys.map { job.point[it].orEmpty() }

    /** How many jobs there are, and how many there are not. */
    fun summary(): String {
        val jobs = "${jobs.size} ${if (jobs.size == 1) "job" else "jobs"}"
        val less =
            listOf(
                dropped to "dropped by where",
                repeated to "said again and run once",
                missing to "not to be had, all others are drawn",
            )
        return (listOf(jobs) + less.filter { it.first > 0 }.map { (count, why) -> "$count $why" }).joinToString("; ")
    }

    /** A line of JSON for each job. */
    fun json(): String =
        jobs.joinToString("") { job ->
            jsonLine(mapOf("index" to job.index, "overrides" to job.overrides, "point" to job.point)) + "\n"
        }
}

/**
 * A run of a sweep.
 *
 * @property overrides all words of a single run: what every job says, then what this one does
 * @property point the swept keys with their values as texts
 */
class PlannedJob(
    val index: Int,
    val overrides: List<String>,
    val point: Map<String, String>,
    val resolved: Resolved<Experiment>,
)
