package hydrangea.runner

import hydrangea.runner.completion.writeTables
import java.nio.file.Files
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively
import kotlin.io.path.writeText

/**
 * Does once, after a build, what users do first: the launcher keeps the scripts that it compiles, what shells complete,
 * and an archive of the classes that it loads.
 */
fun main() {
    System.clearProperty("hydrangea.options") // the compiler too is to be archived: work in this process
    val project = Project.ofThisProcess()
    project.loadAll()
    project.writeTables(commandLine())
    hydrangea(listOf("--help"))
    tiny()
}

/** A run that touches everything: the compiler, since its cache is new, the engine, every measure, plots. */
@OptIn(ExperimentalPathApi::class)
private fun tiny() {
    val folder = Files.createTempDirectory("hydrangea")
    System.setProperty("hydrangea.home", "$folder")
    try {
        val script = folder.resolve("rehearsal.exp.kts").apply { writeText(TINY) }
        hydrangea(listOf("show", "$script"))
        hydrangea(listOf("run", "$script", "--out", "$folder"))
    } finally {
        folder.deleteRecursively()
    }
}

private const val TINY =
    """
fit(
    target = threeModes(),
    actor = meanFlow(hidden = listOf(8)),
    objective = meanFlowMatching(),
    updates = 2,
    batch = 8,
    measure = listOf(modes(samples = 64), wasserstein(samples = 64), divergence(samples = 64), samplePlot(samples = 64)),
)
"""
