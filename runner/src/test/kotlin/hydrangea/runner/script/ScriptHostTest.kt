package hydrangea.runner.script

import hydrangea.runner.ExitCode
import hydrangea.runner.script.fixture.Record
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.types.shouldBeInstanceOf
import io.kotest.matchers.types.shouldBeSameInstanceAs
import io.kotest.matchers.types.shouldNotBeSameInstanceAs
import java.lang.reflect.InvocationTargetException
import java.util.concurrent.CompletableFuture
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.writeText

class ScriptHostTest :
    FunSpec({
        val work = Workspace()
        writeDiamond(work)
        val main = work.directory.resolve("main.exp.kts")
        val script by lazy { work.host().compile(main) }
        val values by lazy { script.value() as Map<*, *> }

        test("a script sees what its imports declare, and what theirs do") {
            values["left"] shouldBe 256.0
            values["right"] shouldBe 129.0
            values["transitive"] shouldBe 128.0
        }

        test("a script that two others import is evaluated once, before them") {
            Record.evaluated.clear()
            script.evaluate()
            Record.evaluated shouldContainExactly listOf("base", "left", "right", "right in parts", "main")
        }

        test("delegated properties learn their names, in imports too") {
            Record.parameters.clear()
            script.evaluate()
            Record.parameters shouldContainExactly listOf("width", "targetStd")
        }

        test("data classes, enums, objects and interfaces can be declared in a script") {
            values["data"].toString() shouldBe "Point(x=1, y=2)"
            values["enum"].toString() shouldBe "GREEN"
            values["object"] shouldBe 7
            values["interface"] shouldBe 49
        }

        test("a class whose default is a value of its script works in an importing script") {
            values["capturing"].toString() shouldBe "Layer(width=128.0)"
        }

        test("a name that the script declares itself hides the imported one") { values["hidden"] shouldBe "own" }

        test("two imports may have the same file name") { values["parts"] shouldBe "right in parts" }

        test("every evaluation makes fresh instances of the same classes") {
            val again = script.value() as Map<*, *>
            again["data"] shouldBe values["data"]
            again["data"] shouldNotBeSameInstanceAs values["data"]
            again["enum"] shouldBeSameInstanceAs values["enum"]
        }

        test("the sources are the script and then its imports, as text without byte order mark and carriage returns") {
            script.sources.map { it.path.name } shouldContainExactly
                listOf("main.exp.kts", "base.exp.kts", "left.exp.kts", "right.exp.kts", "right.exp.kts")
            script.sources.first().text.take(5) shouldBe "@file"
            script.sources.none { '\r' in it.text } shouldBe true
        }

        test("the same scripts in another directory are the same, and need no compiler") {
            val elsewhere = Workspace().also(::writeDiamond)
            val moved = work.host().compile(elsewhere.directory.resolve("main.exp.kts"))
            moved.hash shouldBe script.hash
            moved.path shouldBe elsewhere.directory.resolve("main.exp.kts").toAbsolutePath()
            work.cache.listDirectoryEntries("main-*") shouldHaveSize 1
        }

        test("a cached script is evaluated where there is no compiler, another is not") {
            script.hash shouldNotBe ""
            CompilerlessClassLoader().use { it.run(work.cache, main) shouldBe values.toString() }
            val failure =
                shouldThrow<InvocationTargetException> {
                    CompilerlessClassLoader().use { it.run(work.directory.resolve("empty"), main) }
                }
            failure.targetException.shouldBeInstanceOf<NoClassDefFoundError>()
        }

        test("a change of an import compiles the script again") {
            val importer = work.write("importer.exp.kts", "@file:Import(\"changing.exp.kts\")\nchanging + 1\n")
            val import = work.write("changing.exp.kts", "val changing = 1\n")
            val before = work.host().compile(importer)
            before.value() shouldBe 2
            import.writeText("val changing = 10\n")
            val after = work.host().compile(importer)
            after.value() shouldBe 11
            after.hash shouldNotBe before.hash
        }

        test("two hosts may compile the same script into the same cache at once") {
            val fresh = work.write("fresh.exp.kts", "val x = 20\nx + 1\n")
            val both = List(2) { CompletableFuture.supplyAsync { work.host().compile(fresh).value() } }
            both.map { it.join() } shouldContainExactly listOf(21, 21)
            work.cache.listDirectoryEntries().filter { "fresh" in it.name || "tmp" in it.name } shouldHaveSize 1
        }

        test("a script without a last expression has no value, and a cache that cannot be written is done without") {
            val noValue = work.write("no_value.exp.kts", "// no value\nfun unused() = 3!!\nval x = 3\n\n")
            val compiled = work.host(cache = work.write("file", "not a directory")).compile(noValue)
            compiled.evaluate() shouldBe Evaluated.NoValue
            work.refusal(ExitCode.USAGE) { compiled.evaluate(Number::class.java, "a number") } shouldBe
                """
                no_value.exp.kts:3: the script ends without a value: its last line must be a number
                val x = 3
                """
                    .trimIndent()
            compiled.warnings.single().replace("${work.directory}/", "") shouldBe
                """
                no_value.exp.kts:2:17: warning: Unnecessary non-null assertion (!!) on a non-null receiver of type 'Int'.
                fun unused() = 3!!
                                ^^
                """
                    .trimIndent()
        }

        test("a value of another type than wanted is refused with its type") {
            script.evaluate(Map::class.java, "a map") shouldBe values
            work.refusal(ExitCode.USAGE) { script.evaluate(Number::class.java, "a number") } shouldBe
                """
                main.exp.kts:32: the script ends in a value of type LinkedHashMap: its last line must be a number
                )
                """
                    .trimIndent()
        }

        test("what does not compile leaves nothing in the cache") {
            val cache = work.directory.resolve("untouched")
            val broken = work.write("broken.exp.kts", "val x = (\n")
            work.refusal(ExitCode.SCRIPT) { work.host(cache = cache).compile(broken) } shouldNotBe ""
            cache.exists() shouldBe false
        }
    })

/** Imports in the form of a diamond; the script itself as an editor on Windows would save it. */
private fun writeDiamond(work: Workspace) {
    work.write(
        "base.exp.kts",
        """
        Record.evaluated += "base"
        val width by param(128.0)
        val hidden = "imported"
        fun twice(x: Double) = 2 * x
        data class Layer(val width: Double = hydrangeaWidth())
        fun hydrangeaWidth() = width
        """
            .trimIndent(),
    )
    work.write(
        "left.exp.kts",
        "@file:Import(\"base.exp.kts\")\nRecord.evaluated += \"left\"\nval left = twice(width)\n",
    )
    work.write(
        "right.exp.kts",
        "@file:Import(\"./base.exp.kts\")\nRecord.evaluated += \"right\"\nval right = width + 1\n",
    )
    work.directory.resolve("parts").createDirectories()
    work.write("parts/right.exp.kts", "Record.evaluated += \"right in parts\"\nval parts = \"right in parts\"\n")
    val main =
        """
        @file:Import("left.exp.kts", "right.exp.kts")
        @file:[Import("parts/right.exp.kts")]

        Record.evaluated += "main"
        val targetStd by param(0.01)
        val hidden = "own"

        data class Point(val x: Int, val y: Int)

        enum class Colour { RED, GREEN }

        object Counter { val start = 7 }

        interface Shape { fun area(): Int }

        class Square(val side: Int) : Shape {
            override fun area() = side * side
        }

        linkedMapOf(
            "left" to left,
            "right" to right,
            "transitive" to width,
            "data" to Point(1, 2),
            "enum" to Colour.GREEN,
            "object" to Counter.start,
            "interface" to Square(7).area(),
            "capturing" to Layer(),
            "hidden" to hidden,
            "parts" to parts,
            "std" to targetStd,
        )
        """
            .trimIndent()
    work.write("main.exp.kts", "\uFEFF" + main.replace("\n", "\r\n"))
}
