package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import java.util.concurrent.TimeUnit.SECONDS
import kotlin.io.path.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.createSymbolicLinkPointingTo
import kotlin.io.path.deleteExisting
import kotlin.io.path.exists
import kotlin.io.path.isSymbolicLink
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeText

private class Shown(val exitCode: Int, val out: String, val err: String)

/** A checkout whose Maven makes empty jars and counts its calls, and whose Java says how it was called. */
private class Checkout(folder: Path) {
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
private val ROOT = System.getProperty("user.name") == "root"

private val POSIX = !System.getProperty("os.name").startsWith("Windows")

class LauncherSpec :
    FunSpec({
        fun checkout() = Checkout(tempdir().toPath())

        test("the first start builds and says so in one line, the second only runs").config(enabled = POSIX) {
            val checkout = checkout()
            val first = checkout.run("run", "my script.exp.kts", "a=[1, 2]")
            first.err shouldMatch "hydrangea: building [^\n]*\n"
            first.out shouldContain "hydrangea.runner.MainKt run my script.exp.kts a=[1, 2]\n"
            val second = checkout.run("--help")
            second.err.shouldBeEmpty()
            checkout.builds() shouldBe 1
        }

        test("a changed source and a removed one are built").config(enabled = POSIX) {
            val checkout = checkout()
            checkout.run()
            checkout.source.writeText("changed")
            checkout.run()
            checkout.builds() shouldBe 2
            checkout.old()
            checkout.source.deleteExisting()
            checkout.run()
            checkout.builds() shouldBe 3
            checkout.run()
            checkout.builds() shouldBe 3
        }

        test("it is found through links, and a checkout that has moved is built anew").config(enabled = POSIX) {
            val checkout = checkout()
            checkout.run()
            val link = tempdir().toPath().resolve("hy").createSymbolicLinkPointingTo(checkout.root.resolve("hydrangea"))
            val chain = link.resolveSibling("chain").createSymbolicLinkPointingTo(Path("hy"))
            checkout.shown(checkout.start(launcher = chain)).out shouldContain "MainKt"
            checkout.builds() shouldBe 1

            val moved = checkout.root.resolveSibling("moved")
            Files.move(checkout.root, moved)
            val out = checkout.shown(checkout.start(launcher = moved.resolve("hydrangea"))).out
            out shouldContain "-cp\n$moved/target/app"
            out shouldNotContain "${checkout.root}/"
        }

        test("our jars come first and are copies of their own for every build").config(enabled = POSIX) {
            val checkout = checkout()
            fun jars() = checkout.run().out.substringAfter("-cp\n").substringBefore("\n").split(":").map(::Path)
            val before = jars()
            before.map { "${it.fileName}" } shouldBe
                listOf("dsl-1.jar", "envs-1.jar", "models-1.jar", "runner-1.jar", "gson-2.jar")
            checkout.source.writeText("changed")
            val after = jars()
            (before + after).toSet() shouldHaveSize 4 + 4 + 1
            before[0].readText().trim() shouldBe "1"
            after[0].readText().trim() shouldBe "2"
        }

        test("the exit code is that of the program").config(enabled = POSIX) {
            checkout().run(environment = mapOf("WANTED" to "3")).exitCode shouldBe 3
        }

        test("a build that fails shows its log, exits with 4 and is tried again").config(enabled = POSIX) {
            val checkout = checkout()
            checkout.root.resolve("broken").writeText("")
            val failed = checkout.run()
            failed.exitCode shouldBe 4
            failed.err shouldContain "cannot find symbol"
            failed.out.shouldBeEmpty()
            checkout.root.resolve("broken").deleteExisting()
            checkout.run().exitCode shouldBe 0
        }

        test("a missing, an old and a runtime-only Java are named").config(enabled = POSIX) {
            val checkout = checkout()
            val missing = checkout.run(environment = mapOf("JAVA_HOME" to "/no/java"))
            missing.exitCode shouldBe 1
            missing.err shouldBe "hydrangea: JAVA_HOME is /no/java, but there is no bin/java in it\n"

            checkout.java.resolveSibling("javac").deleteExisting()
            checkout.run().err shouldContain "building needs a JDK"

            checkout.release("1.8.0_372")
            checkout.run().err shouldBe "hydrangea: Java 17 or newer is needed, ${checkout.java} is 8\n"
            checkout.builds() shouldBe 0
        }

        test("Java without a release file is asked for its version").config(enabled = POSIX) {
            val checkout = checkout()
            checkout.java.parent.resolveSibling("release").deleteExisting()
            checkout.script(checkout.java, "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2")
            checkout.run().err shouldContain "Java 17 or newer is needed"
        }

        test("of launchers that start together one builds").config(enabled = POSIX) {
            val checkout = checkout()
            val together = List(4) { checkout.start("$it") }.map(checkout::shown)
            together.map { it.exitCode }.toSet() shouldBe setOf(0)
            together.count { "building" in it.err } shouldBe 1
            checkout.builds() shouldBe 1
        }

        test("the lock of a launcher that died is broken, and none is left").config(enabled = POSIX) {
            val checkout = checkout()
            val dead = ProcessBuilder("true").start().also { it.waitFor(10, SECONDS) }.pid()
            val lock = checkout.root.resolve("target").createDirectories().resolve("build.lock")
            lock.createSymbolicLinkPointingTo(Path("$dead"))
            checkout.run().exitCode shouldBe 0
            lock.isSymbolicLink() shouldBe false
        }

        test("OpenMP hears the number of threads").config(enabled = POSIX) {
            val checkout = checkout()
            fun threads(vararg arguments: String) =
                checkout.run("run", *arguments).out.lines().first { it.startsWith("threads") }
            threads() shouldBe "threads 1"
            threads("x", "--threads", "2") shouldBe "threads 2"
            threads("--threads=3", "x") shouldBe "threads 3"
            checkout.run(environment = mapOf("OMP_NUM_THREADS" to "4")).out.lines() shouldContain "threads 4"
            threads("--threads", "many") shouldBe "threads "
        }

        test("OpenMP hears of the threads in hydrangea.yaml and in the environment too").config(enabled = POSIX) {
            val checkout = checkout()
            fun threads(
                settings: String,
                vararg arguments: String,
                environment: Map<String, String> = emptyMap(),
            ): String {
                checkout.root.resolve("hydrangea.yaml").writeText(settings)
                return checkout.run("run", *arguments, environment = environment).out.lines().first {
                    it.startsWith("threads")
                }
            }
            threads("# mine\nout: x\nthreads: 3\njobs: 2\n") shouldBe "threads 3"
            threads("threads: 3 # all") shouldBe "threads 3"
            threads("threads: 3", "--threads", "2") shouldBe "threads 2"
            threads("threads: 3", environment = mapOf("HYDRANGEA_THREADS" to "4", "OMP_NUM_THREADS" to "5")) shouldBe
                "threads 4"
            threads("threads: 3", environment = mapOf("OMP_NUM_THREADS" to "5")) shouldBe "threads 3"
            threads("threads: $(touch hacked)\nthreads: 'x'\nthreads:\n") shouldBe "threads 1"
            checkout.root.resolve("hacked").exists() shouldBe false
        }

        test("options for the JVM come last, so that they win").config(enabled = POSIX) {
            val out = checkout().run("run", "x", environment = mapOf("HYDRANGEA_OPTS" to "-Xmx2g -Da=b")).out
            out shouldContain Regex("@.*\\.options -Xmx2g -Da=b ")
        }

        test("a build ends with a rehearsal, whose archive of classes every start of that Java gets").config(
            enabled = POSIX
        ) {
            val checkout = checkout()
            fun archive() = Path(checkout.run().out.substringAfter("-XX:SharedArchiveFile=").substringBefore("\n"))
            val first = archive()
            first.readText() shouldBe "made\n"
            "${first.fileName}" shouldBe "java-17.0.1.jsa"
            archive() shouldBe first
            checkout.rehearsals() shouldBe 1

            checkout.release("25.0.3")
            checkout.run().err shouldBe "hydrangea: preparing quick starts on Java 25.0.3 (once)\n"
            "${archive().fileName}" shouldBe "java-25.0.3.jsa"
            checkout.release("17.0.1")
            archive() shouldBe first
            checkout.rehearsals() shouldBe 2
            checkout.builds() shouldBe 1

            checkout.source.writeText("changed")
            archive() shouldNotBe first
            first.exists() shouldBe false
        }

        for ((what, how) in mapOf("fails" to ("REHEARSED" to "1"), "makes no archive" to ("NO_ARCHIVE" to "yes"))) {
            test("a rehearsal that $what is not repeated, and costs nothing but time").config(enabled = POSIX) {
                val checkout = checkout()
                repeat(2) {
                    val shown = checkout.run("--help", environment = mapOf(how))
                    shown.exitCode shouldBe 0
                    shown.out shouldContain "hydrangea.runner.MainKt --help\n"
                }
                checkout.rehearsals() shouldBe 1
                checkout.run().out shouldNotContain "-XX:SharedArchiveFile"
            }
        }

        test("the options name their own file, for the JVM that compiles scripts").config(enabled = POSIX) {
            val out = checkout().run().out
            val file = out.lines().first { "MainKt" in it }.substringAfter("@").substringBefore(".options") + ".options"
            out shouldContain "-Dhydrangea.options=$file\n"
            Path(file).readLines().forEach { it shouldMatch "\".*\"" }
        }

        test("only what never trains does without the second compiler").config(enabled = POSIX) {
            val checkout = checkout()
            fun quick(vararg words: String) = "-XX:TieredStopAtLevel=1" in checkout.run(*words).out
            listOf("--help", "-h", "show", "list", "settings").filterNot { quick(it) }.shouldBeEmpty()
            quick() shouldBe true
            listOf("run", "check", "resume", "something").filter { quick(it) }.shouldBeEmpty()
        }

        test("the program is told that there is no terminal").config(enabled = POSIX) {
            checkout().run().out shouldContain "-Dhydrangea.terminal=none"
        }

        test("a folder that cannot be written does for what is built, on any Java").config(enabled = POSIX && !ROOT) {
            val checkout = checkout()
            checkout.run()
            val target = checkout.root.resolve("target")
            target.toFile().setWritable(false)
            target.resolve("app").toFile().setWritable(false)
            try {
                checkout.run().exitCode shouldBe 0
                checkout.release("25.0.3")
                checkout.run().err.shouldBeEmpty()
                checkout.source.writeText("changed")
                checkout.run().err shouldBe "hydrangea: the project has to be built, and $target cannot be written\n"
            } finally {
                target.toFile().setWritable(true)
                target.resolve("app").toFile().setWritable(true)
            }
        }

        test("a signal reaches the program itself").config(enabled = POSIX) {
            val checkout = checkout()
            checkout.run()
            checkout.script(
                checkout.java,
                "trap 'echo stopped; exit 143' TERM\necho ready\nwhile :; do sleep 0.1; done",
            )
            val process = checkout.start()
            val out = process.inputStream.bufferedReader()
            out.readLine() shouldBe "ready"
            process.toHandle().destroy() // Process.destroy would close the stream as well
            out.readLine() shouldBe "stopped"
            process.waitFor() shouldNotBe 0
        }
    })
