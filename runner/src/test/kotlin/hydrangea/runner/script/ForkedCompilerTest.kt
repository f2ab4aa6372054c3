package hydrangea.runner.script

import hydrangea.runner.ExitCode
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.writeText

class ForkedCompilerTest :
    FunSpec({
        val work = Workspace()
        val classPath = listOf("-cp", System.getProperty("java.class.path"))
        val imported = work.write("imported.exp.kts", "val width by param(128.0)\nval unused = 3!!\n")
        val script =
            work.write("main.exp.kts", "@file:Import(\"imported.exp.kts\")\nval path = \"é\"\npath + width + 1!!\n")

        fun outcomes(vararg jvms: List<String>?) = jvms.map { work.host(jvm = it, cache = Workspace().cache) }

        test("another process makes the same classes, values and warnings") {
            val (here, there) = outcomes(null, classPath).map { it.compile(script) }
            there.value() shouldBe "é128.01"
            there.warnings shouldBe here.warnings
            there.warnings.size shouldBe 2
            there.hash shouldBe here.hash
        }

        test("what it makes is cached") {
            val before = work.host(jvm = classPath).compile(script)
            val after = work.host(jvm = listOf("-version")).compile(script)
            after.value() shouldBe before.value()
            work.cache.listDirectoryEntries("main-*").size shouldBe 1
        }

        test("another process refuses with the same words, in imports too") {
            imported.writeText("val width = 128.0\nval name: String = 3\n")
            val wrong = work.write("wrong.exp.kts", "@file:Import(\"imported.exp.kts\")\nfit(actor = meanFlow())\n")
            val hints = Hints { if ("objective" in it.message) "hint: name one" else null }
            val (here, there) =
                listOf(null, classPath).map {
                    work.refusal(ExitCode.SCRIPT) { work.host(hints, jvm = it).compile(wrong) }
                }
            there shouldBe here
            there shouldContain "hint: name one"
        }

        test("a process that dies is a failure with its last words, not a mistake of the script") {
            fun failure(vararg options: String) =
                shouldThrow<IllegalStateException> {
                        work.host(jvm = options.asList(), cache = Workspace().cache).compile(script)
                    }
                    .message!!
            failure("-XX:NoSuchOption") shouldStartWith "the process of the Kotlin compiler ended with exit code 1: "
            failure("-XX:NoSuchOption") shouldContain "NoSuchOption"
            failure("-version") shouldContain "exit code 0"
            failure("-Xmx16m", *classPath.toTypedArray()) shouldContain "OutOfMemoryError"
        }
    })
