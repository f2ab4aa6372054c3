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
import java.nio.file.Path
import java.util.concurrent.TimeUnit.SECONDS
import kotlin.io.path.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.createSymbolicLinkPointingTo
import kotlin.io.path.deleteExisting
import kotlin.io.path.exists
import kotlin.io.path.isSymbolicLink
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** What `./hydrangea` builds, and when. */
class BuildSpec :
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
    })
