package hydrangea.runner

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

private const val SCRIPT =
    "fit(target = threeModes(), actor = gaussian(), objective = negativeLogLikelihood(), updates = 9)\n"

class RehearsalSpec :
    FunSpec({
        test("it compiles every script that compiles, and loads compiler, engine and plots even if all is cached") {
            val home = tempdir().toPath()
            val topic = home.resolve("experiments/topic").createDirectories()
            topic.resolve("good.exp.kts").writeText(SCRIPT)
            topic.resolve("bad.exp.kts").writeText("val x = (\n")
            val project = Project(home)
            project.loadAll()
            fun cached() = home.resolve("target/scripts").listDirectoryEntries("*.jar").map { it.name }
            val before = cached()
            before.single() shouldContain "good-"

            val log = home.resolve("log")
            val java = Path.of(System.getProperty("java.home"), "bin", "java")
            val options = listOf("-Dhydrangea.home=$home", "-Dai.djl.offline=true", "-Xlog:class+load:file=$log")
            val classPath = listOf("-cp", System.getProperty("java.class.path"), "hydrangea.runner.RehearsalKt")
            val process = ProcessBuilder(listOf("$java") + options + classPath).redirectErrorStream(true).start()
            val said = process.inputStream.bufferedReader().readText()
            withClue(said) { process.waitFor() shouldBe 0 }
            said shouldContain "run directory: "
            cached() shouldBe before
            home.resolve("target/completion/commands").readText() shouldContain "\nrun\tflag\t--out\t:directory\t"
            home.resolve("target/completion/catalogue").readText() shouldContain "\ngaussian\thidden\tlist of int\t"
            val loaded = log.readText()
            loaded shouldContain "ScriptJvmK2CompilerIsolated "
            loaded shouldContain "ai.djl.pytorch.jni.PyTorchLibrary "
            loaded shouldContain "org.jetbrains.letsPlot."
        }
    })
