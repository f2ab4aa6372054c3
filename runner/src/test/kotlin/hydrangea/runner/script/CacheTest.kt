package hydrangea.runner.script

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.random.Random

class CacheTest :
    FunSpec({
        val directory = Workspace().cache
        val cache = Cache(directory)
        val script = Script(Source(Path.of("a.exp.kts"), "val x = 3!!\n"), emptyList(), emptyList())
        val warning = Diagnostic(script.source, 1, 10, 2, "doubtful", warning = true)
        val classes = mapOf("A_exp.class" to Random(1).nextBytes(60), "A_exp\$B.class" to ByteArray(20))
        val compilation = Compilation(listOf("A_exp"), classes, listOf(warning))

        fun Compilation?.content() =
            this?.let { made -> Triple(made.names, made.classes.mapValues { it.value.toList() }, made.warnings) }

        test("what is written is read, and lies there alone") {
            cache.read("a.jar", script) shouldBe null
            repeat(2) { cache.write("a.jar", compilation, script) }
            cache.read("a.jar", script).content() shouldBe compilation.content()
            directory.listDirectoryEntries().map { it.name } shouldBe listOf("a.jar")
        }

        test("no entry that is cut off or has a wrong bit is read as something else") {
            val whole = directory.resolve("a.jar").readBytes()
            val index = whole.decodeToString(throwOnInvalidSequence = false).indexOf("META-INF")
            index shouldNotBe -1
            for (length in 0 until whole.size) {
                directory.resolve("cut.jar").writeBytes(whole.copyOf(length))
                val read = cache.read("cut.jar", script)
                if (read != null) read.content() shouldBe compilation.content()
                if (length < index) read shouldBe null
            }
            for (position in whole.indices) {
                val damaged = whole.copyOf().also { it[position] = (it[position].toInt() xor 4).toByte() }
                directory.resolve("damaged.jar").writeBytes(damaged)
                val read = cache.read("damaged.jar", script)
                if (read != null) read.content() shouldBe compilation.content()
            }
        }

        test("a directory in the place of an entry is no entry, and is left alone") {
            directory.resolve("taken.jar").createDirectory().resolve("x").writeBytes(ByteArray(1))
            cache.write("taken.jar", compilation, script)
            cache.read("taken.jar", script) shouldBe null
            directory.listDirectoryEntries("*.tmp") shouldBe emptyList<Path>()
        }
    })
