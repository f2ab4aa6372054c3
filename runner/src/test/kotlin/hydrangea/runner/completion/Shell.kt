package hydrangea.runner.completion

import hydrangea.runner.Project
import hydrangea.runner.commandLine
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.appendText
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.writeText

private const val BASE = "val width by param(8)\n"

private const val OWN =
    """@file:Import("base.exp.kts")

val rate by param(0.01)
val actor by choice("narrow" to gaussian(hidden = listOf(width)), "wide" to flowMatching(steps = 4))

fit(
    target = threeModes(),
    actor = actor,
    objective = negativeLogLikelihood(),
    optimizer = adam(learningRate = rate),
    updates = 9,
)
"""

/** A checkout after its rehearsal, with two scripts; starting Java there fails. */
internal class Completed(folder: Path) {
    val root: Path = folder.toRealPath().resolve("a checkout").createDirectories()
    val script: Path = root.resolve("experiments/topic/own.exp.kts")
    val base: Path = root.resolve("experiments/topic/base.exp.kts")

    init {
        copy(Path("../hydrangea"), root)
        val completion = root.resolve("completion").createDirectories()
        Path("../completion").listDirectoryEntries().forEach { copy(it, completion) }
        script.parent.createDirectories()
        script.writeText(OWN)
        base.writeText(BASE)
        val project = Project(root)
        project.loadAll()
        project.writeTables(commandLine())
        root
            .resolve("target/completion/commands")
            .appendText(tabbed(listOf("run", "flag", "-m|--multirun", "", "a sweep")))
    }

    private fun copy(file: Path, folder: Path) = Files.copy(file, folder.resolve(file.name))

    /** What a process says, in the checkout. */
    fun said(command: List<String>, environment: Map<String, String> = emptyMap()): String {
        val builder = ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
        builder.environment() += mapOf("JAVA_HOME" to "/no/java") + environment
        return builder.start().run { inputStream.bufferedReader().readText().also { waitFor() } }
    }

    /** The answer to a shell that completes the last of [words], its first line among it. */
    fun answer(vararg words: String): List<String> =
        said(listOf("$root/hydrangea", "__complete", *words)).removeSuffix("\n").lines()

    /** The candidates with their descriptions. */
    fun described(vararg words: String): Map<String, String> =
        answer(*words).drop(1).associate { it.substringBefore('\t') to it.substringAfter('\t') }

    fun candidates(vararg words: String): Set<String> = described(*words).keys
}

internal val POSIX = !System.getProperty("os.name").startsWith("Windows")

/** Whether there is such a program: a shell that is missing cannot be tested. */
internal fun installed(program: String) = System.getenv("PATH").split(":").any { Path(it, program).exists() }
