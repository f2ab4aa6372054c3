package hydrangea.runner.command

import com.github.ajalt.clikt.parameters.groups.OptionGroup
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.multiple
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.long
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.runner.UsageError
import hydrangea.runner.sweep.Sweeping

/** What jobs a sweep has. */
internal class SweepOptions :
    OptionGroup("Sweeps", "Values such as seed=0,1,2, 'seed=range(5)' and 'zip(a=1,2, b=3,4)' make a job each.") {
    val multirun by option("-m", "--multirun", help = "runs a job for every combination of swept values").flag()

    private val where by
        option("--where", metavar = "EXPR", help = "only jobs such as 'actor != \"gaussian\" or seed < 3'; repeatable")
            .multiple()

    private val trials by
        option("--trials", metavar = "N", help = "N jobs at random; needed where a value is an interval(a, b)")
            .int()
            .restrictTo(min = 1)

    private val sweepSeed by
        option(
                "--sweep-seed",
                metavar = "N",
                help = "what --trials draws, and shuffle(...) puts in order, comes from (0)",
            )
            .long()

    val dryRun by option("--dry-run", help = "prints the jobs, all checked, and starts none").flag()

    val json by option("--json", help = "with --dry-run: a line of JSON for each job").flag()

    /** A [UsageError] where an option of a sweep stands without it. */
    fun sweeping(): Sweeping {
        if (json && !dryRun) throw UsageError("--json says what --dry-run prints: add --dry-run")
        return Sweeping(where, trials, sweepSeed ?: 0)
    }

    /** Refuses what only a sweep can be told. */
    fun refuseWithoutSweep() {
        val said =
            listOfNotNull(
                "--where".takeIf { where.isNotEmpty() },
                "--trials".takeIf { trials != null },
                "--sweep-seed".takeIf { sweepSeed != null },
                "--dry-run".takeIf { dryRun },
                "--json".takeIf { json },
            )
        if (said.isNotEmpty()) throw UsageError(said.map { "$it is for a sweep: add -m" })
    }
}
