package hydrangea.runner.run

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import kotlin.io.path.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.isSymbolicLink
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeText

internal class Shown(val exitCode: Int, val out: String, val err: String)

/** A checkout whose Maven makes empty jars and counts its calls, and whose Java says how it was called. */
internal class Checkout(folder: Path) {
    val root: Path = folder.resolve("a checkout").createDirectories()
    val java: Path = folder.resolve("jdk/bin/java")
    val source: Path = root.resolve("models/src/main/A.java")
    private val builds = root.resolve("builds")
    private val rehearsals = root.resolve("rehearsals")

    init {
        for (module in listOf("envs", "models", "dsl", "runner")) {
            root.resolve("$module/src/main").createDirectories()
            root.resolve("$module/pom.xml").writeText("")
        }
        root.resolve("pom.xml").writeText("")
        root.resolve(".mvn").createDirectories()
        source.writeText("")
        Files.copy(Path("../hydrangea"), root.resolve("hydrangea"))
        script(
            root.resolve("mvnw"),
            """
            echo built >> builds
            [ ! -f broken ] || { echo "cannot find symbol"; exit 1; }
            mkdir -p runner/target/lib
            for jar in models-1 models-1 dsl-1 envs-1 gson-2; do echo "$(wc -l < builds)" > runner/target/lib/${'$'}jar.jar; done
            echo > runner/target/runner-1.jar
            """,
        )
        script(
            java,
            """
            for argument; do
                case ${'$'}argument in
                    @*) tr -d '"' <"${'$'}{argument#@}" ;;
                    -XX:ArchiveClassesAtExit=*) [ -n "${'$'}{NO_ARCHIVE-}" ] || echo made >"${'$'}{argument#*=}" ;;
                esac
                case ${'$'}argument in *RehearsalKt) echo rehearsed >>"$rehearsals"; exit "${'$'}{REHEARSED-0}" ;; esac
            done
            echo "$@"
            echo "threads ${'$'}{OMP_NUM_THREADS-}"
            exit "${'$'}{WANTED-0}"
            """,
        )
        script(java.resolveSibling("javac"), "")
        release("17.0.1")
        old()
    }

    fun script(file: Path, text: String) {
        file.parent.createDirectories()
        file.writeText("#!/bin/sh\n${text.trimIndent()}\n")
        file.toFile().setExecutable(true)
    }

    /** Sources are older than what the next build makes of them, as they are for people. */
    fun old() =
        Files.walk(root).use { paths ->
            paths
                .filter { !it.isSymbolicLink() && "/target" !in "$it" }
                .forEach { it.setLastModifiedTime(FileTime.from(Instant.parse("2020-01-01T00:00:00Z"))) }
        }

    /** As if another Java of that version had taken the place of this one. */
    fun release(version: String) =
        java.parent.resolveSibling("release").writeText("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"$version\"\n")

    fun rehearsals() = if (rehearsals.exists()) rehearsals.readLines().size else 0

    fun builds() = if (builds.exists()) builds.readLines().size else 0

    fun start(
        vararg arguments: String,
        launcher: Path = root.resolve("hydrangea"),
        environment: Map<String, String> = emptyMap(),
    ): Process =
        ProcessBuilder(listOf("$launcher", *arguments))
            .directory(root.root.toFile())
            .apply {
                environment().keys.removeAll(setOf("OMP_NUM_THREADS", "HYDRANGEA_OPTS", "HYDRANGEA_THREADS"))
                environment()["JAVA_HOME"] = "${java.parent.parent}"
                environment() += environment
            }
            .start()

    fun shown(process: Process): Shown {
        val out = process.inputStream.bufferedReader().readText()
        val err = process.errorStream.bufferedReader().readText()
        return Shown(process.waitFor(), out, err)
    }

    fun run(vararg arguments: String, environment: Map<String, String> = emptyMap()) =
        shown(start(*arguments, environment = environment))
}

/** Nothing is forbidden to this user. */
internal val ROOT = System.getProperty("user.name") == "root"

internal val POSIX = !System.getProperty("os.name").startsWith("Windows")
