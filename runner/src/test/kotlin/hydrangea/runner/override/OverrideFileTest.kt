package hydrangea.runner.override

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import kotlin.io.path.createDirectories
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

private fun toy() = Toy().result

class OverrideFileTest :
    FunSpec({
        val folder = tempdir().toPath()

        fun file(name: String, text: String): String {
            val file = folder.resolve(name).also { it.parent.createDirectories() }
            return "@" + file.apply { writeText(text) }
        }

        fun texts(vararg words: String) = spoken(words.toList()).map { it.text }

        fun refused(vararg words: String) = problems(::toy, *words).map { it.replace("$folder/", "") }

        test("a file stands for its lines, at its place") {
            val file = file("a.txt", "\uFEFF# faster\nbatch=8\r\n\n   actor.hidden=[8, 8]  \n\t# note=no\nnote='a # b'")
            texts("seed=1", file, "updates=2") shouldContainExactly
                listOf("seed=1", "batch=8", "actor.hidden=[8, 8]", "note='a # b'", "updates=2")
            resolved(::toy, "seed=1", file).experiment shouldBe
                resolved(::toy, "seed=1", "batch=8", "actor.hidden=[8,8]", "note='a # b'").experiment
            texts(file("empty.txt", "")) shouldBe emptyList()
        }
        test("a setting names file and line, and so does a problem") {
            val file = file("b.txt", "batch=8\n\ntargetStd=0.5\n")
            val toy = resolved(::toy, file)
            val origins = (toy.parameters + toy.settings).associate { it.key to it.origin }
            origins["batch"] shouldBe "$file:1"
            origins["targetStd"] shouldBe "$file:3"
            refused(file("c.txt", "\nbatch=0\nhiden=3\nseed\n")) shouldContainExactly
                listOf(
                    "@c.txt:4: seed: no value: write seed=VALUE\n  seed\n      ^",
                    "@c.txt:2: batch=0: batch must be at least 1, was 0 (int, now 64)",
                    "@c.txt:3: hiden=3: hiden is neither a parameter of the script nor a component of fit; did you mean actor.hidden?",
                )
        }
        test("it wins over configurations, and what is said again beside it is refused as elsewhere") {
            val config = folder.resolve("a.yaml").apply { writeText("batch: 8\nseed: 2\n") }
            resolved(::toy, file("d.txt", "batch=9"), configs = listOf(config)).experiment shouldBe
                resolved(::toy, "batch=9", "seed=2").experiment
            refused(file("d.txt", "batch=9"), "batch=8") shouldContainExactly
                listOf("@d.txt:1: batch=9, batch=8: batch is said twice")
        }
        test("a file may name others, which lie beside it") {
            file("parts/small.txt", "batch=8\n@tiny.txt\n")
            file("parts/tiny.txt", "updates=3")
            texts(file("e.txt", "@parts/small.txt\nseed=4")) shouldContainExactly
                listOf("batch=8", "updates=3", "seed=4")
            val twice = file("f.txt", "@parts/tiny.txt\n@parts/tiny.txt")
            texts(twice) shouldContainExactly listOf("updates=3", "updates=3")
        }
        test("files that go round in a circle are refused") {
            file("g.txt", "@h.txt")
            refused(file("h.txt", "seed=1\n@g.txt")) shouldContainExactly
                listOf("@g.txt:1: @h.txt: the files go round in a circle: @h.txt names @g.txt names @h.txt")
            refused(file("i.txt", "@i.txt")) shouldContainExactly
                listOf("@i.txt:1: @i.txt: the files go round in a circle: @i.txt names @i.txt")
        }
        test("a file that cannot be read is a problem beside the others") {
            val binary = folder.resolve("binary.txt").apply { writeBytes(byteArrayOf(-1, -2, 0)) }
            refused("@$folder/missing.txt", "@$folder", "@$binary", "@", "batch=0") shouldContainExactly
                listOf(
                    "@missing.txt: there is no such file",
                    "@$folder: cannot be read: Is a directory",
                    "@binary.txt: is not a text in UTF-8",
                    "@: the name of a file follows, as in @dir/file",
                    "batch=0: batch must be at least 1, was 0 (int, now 64)",
                )
            refused(file("j.txt", "\n@missing.txt")) shouldContainExactly
                listOf("@j.txt:2: @missing.txt: there is no such file")
        }
    })
