package hydrangea.runner.script

import hydrangea.runner.UsageError
import io.kotest.assertions.throwables.shouldThrow
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/** A fresh directory of scripts below `target`, and hosts with caches in it. */
internal class Workspace {
    val directory: Path = Files.createTempDirectory(Path.of("target").createDirectories(), "scripts")
    val cache: Path = directory.resolve("cache")

    fun host(hints: Hints = Hints { null }, cache: Path = this.cache, jvm: List<String>? = null) =
        ScriptHost(listOf("hydrangea.runner.script.fixture.*"), cache, hints, jvm)

    fun write(name: String, text: String): Path {
        val file = directory.resolve(name)
        file.parent.createDirectories()
        file.writeText(text)
        return file
    }

    /** All that is wrong, in the paths of this directory. */
    fun problems(error: UsageError): String = error.problems.joinToString("\n").replace("$directory/", "")

    fun refusal(exitCode: Int, block: () -> Unit): String {
        val error = shouldThrow<UsageError> { block() }
        check(error.exitCode == exitCode) { "exit code ${error.exitCode}: ${error.message}" }
        return problems(error)
    }
}

internal fun CompiledScript.value(): Any? = (evaluate() as Evaluated.Value).value
