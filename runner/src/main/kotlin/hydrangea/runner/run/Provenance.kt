package hydrangea.runner.run

import hydrangea.runner.script.ClassPath
import hydrangea.runner.script.Source
import java.net.InetAddress
import java.nio.file.Path
import java.util.Properties
import java.util.concurrent.TimeUnit.SECONDS
import kotlin.io.path.Path
import kotlin.io.path.absolute
import kotlin.io.path.exists
import kotlin.io.path.readText

/** Where a run comes from: what `run.json` knows about the machine, the program and the script. */
internal object Provenance {
    val host: String by lazy {
        val kernel = Path("/proc/sys/kernel/hostname")
        if (kernel.exists()) kernel.readText().trim() else InetAddress.getLocalHost().hostName
    }

    /** The versions of all that computes. */
    val versions: Map<String, String> by lazy {
        val built = Properties()
        Provenance::class.java.getResourceAsStream("versions.properties")!!.use(built::load)
        listOf("hydrangea", "kotlin", "djl", "pytorch").associateWith(built::getProperty) +
            mapOf(
                "java" to "${Runtime.version()} (${System.getProperty("java.vendor")})",
                "os" to listOf("os.name", "os.version", "os.arch").joinToString(" ", transform = System::getProperty),
            )
    }

    /** What the program is made of, to the byte. */
    val code: String by lazy { ClassPath.ofThisProcess().identity() }

    fun of(source: Source) = mapOf("path" to "${source.path.absolute().normalize()}", "sha256" to sha256(source.text))

    /** What may change from one process that works on a run to the next; [script] says whose commit counts. */
    fun ofProcess(script: Path) =
        mapOf("git" to git(script.toAbsolutePath().parent), "code" to code, "versions" to versions) + here()

    /** This process, on this machine. */
    fun here() = Pid.own().told()

    /** The commit that is checked out around [folder] and whether tracked files differ from it; null without git. */
    fun git(folder: Path): Map<String, Any>? {
        val lines = output(listOf("git", "status", "--porcelain=v2", "--branch", "--untracked-files=no"), folder)
        val commit = lines?.firstOrNull { it.startsWith(COMMIT) } ?: return null
        return mapOf("commit" to commit.removePrefix(COMMIT), "dirty" to lines.any { !it.startsWith("#") })
    }

    private fun output(command: List<String>, folder: Path): List<String>? =
        runCatching {
                val process =
                    ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .apply { environment()["GIT_OPTIONAL_LOCKS"] = "0" }
                        .start()
                val lines = process.inputStream.bufferedReader().readLines()
                if (process.waitFor(GIT_SECONDS, SECONDS) && process.exitValue() == 0) lines else null
            }
            .getOrNull()

    private const val COMMIT = "# branch.oid "
    private const val GIT_SECONDS = 10L
}
