package hydrangea.runner.curve

import hydrangea.runner.run.MetricsRow

/**
 * The members of a study by their names, each with a run for every seed, whose phases are `member/phase` or
 * `member/seed/phase` and whose clocks start when the one before has stopped; of another run one bundle without a name.
 *
 * @param finished whether the last of them came to its end
 */
internal fun members(rows: List<MetricsRow>, finished: Boolean): List<Bundle> {
    val places = rows.groupBy { it.phase.substringBeforeLast('/', "") }
    var start = 0.0
    val runs =
        places.entries.map { (place, told) ->
            val run = Told(told.map { it.from(start) }, finished || place != places.keys.last())
            start = told.last().seconds
            place.replace(SEED, "") to run
        }
    return runs.groupBy({ it.first }, { it.second }).map { (member, of) -> Bundle(member, of) }
}

private fun MetricsRow.from(start: Double) = MetricsRow(phase.substringAfterLast('/'), step, values, seconds - start)

private val SEED = Regex("/\\d+$")
