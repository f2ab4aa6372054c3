package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.createSymbolicLinkPointingTo
import kotlin.io.path.deleteExisting
import kotlin.io.path.exists
import kotlin.io.path.readLines
import kotlin.io.path.writeText

/** How `./hydrangea` starts the program; what it builds for that is in [BuildSpec]. */
class LauncherSpec :
    FunSpec({
        fun checkout() = Checkout(tempdir().toPath())

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

        test("the exit code is that of the program").config(enabled = POSIX) {
            checkout().run(environment = mapOf("WANTED" to "3")).exitCode shouldBe 3
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
