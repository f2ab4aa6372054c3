package hydrangea.runner.completion

import hydrangea.runner.Project
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import kotlin.io.path.exists
import kotlin.io.path.getLastModifiedTime
import kotlin.io.path.readText
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeText

private const val SCRIPT =
    "fit(target = threeModes(), actor = gaussian(), objective = negativeLogLikelihood(), updates = 9)\n"

class SchemasSpec :
    FunSpec({
        val home = tempdir().toPath().toRealPath()
        val script = home.resolve("one.exp.kts").apply { writeText(SCRIPT) }
        val schema = home.resolve("target/scripts/schemas").resolve("$script".drop(1))

        fun load(vararg overrides: String, configs: List<Path> = listOf()) =
            Project(home).load("$script", overrides.asList(), configs)

        test("a script that comes with a configuration leaves none") {
            load(configs = listOf(home.resolve("c.yaml").apply { writeText("updates: 3\n") }))
            schema.exists() shouldBe false
        }

        test("the first load leaves one, of the script as it is without what was said") {
            load("updates=77")
            schema.readText() shouldContain "\tupdates\tint\t9\t\t"
        }

        test("it stays as long as the script does, and follows it") {
            val before = schema.getLastModifiedTime()
            load()
            schema.getLastModifiedTime() shouldBe before
            script.writeText(SCRIPT.replace("9", "10"))
            load()
            schema.readText() shouldContain "\tupdates\tint\t10\t\t"
        }

        test("a script that was touched makes it newer, so that no shell takes it for stale") {
            val later = FileTime.from(Instant.now().minusSeconds(1))
            schema.setLastModifiedTime(FileTime.from(Instant.EPOCH))
            script.setLastModifiedTime(later)
            load()
            (schema.getLastModifiedTime() > later) shouldBe true
        }

        test("what changes while it is loaded is newer than it") {
            script.writeText(SCRIPT.replace("9", "11"))
            val before = Instant.now()
            load()
            schema.getLastModifiedTime().toInstant() shouldNotBe Instant.now()
            (schema.getLastModifiedTime().toInstant() < before.plusMillis(100)) shouldBe true
        }
    })
