package hydrangea.runner

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.writeText

private const val SCRIPT =
    "fit(target = threeModes(), actor = gaussian(), objective = negativeLogLikelihood(), updates = 9)\n"

/** What a process that does not train has no business to load. */
private val NEEDLESS =
    listOf(
        "ai.djl.",
        "com.sun.jna.",
        "java.awt.",
        "com.google.gson.",
        "com.sksamuel.hoplite.",
        "org.apache.batik.",
        "org.apache.commons.jexl3.",
        "org.jetbrains.kotlin.",
        "org.jetbrains.letsPlot.",
        "org.yaml.",
    )

class ColdStartSpec :
    FunSpec({
        val home = tempdir().toPath()
        val script = home.resolve("experiment.exp.kts").apply { writeText(SCRIPT) }

        fun loaded(vararg words: String): List<String> {
            val java = Path.of(System.getProperty("java.home"), "bin", "java")
            val options = listOf("-Dhydrangea.home=$home", "-Dhydrangea.terminal=none", "-Xlog:class+load:stderr")
            val classPath = listOf("-cp", System.getProperty("java.class.path"), "hydrangea.runner.MainKt")
            val log = home.resolve("log").toFile()
            val process = ProcessBuilder(listOf("$java") + options + classPath + words).redirectError(log).start()
            val said = process.inputStream.bufferedReader().readText()
            withClue(said) { process.waitFor() shouldBe 0 }
            return log.readLines().map { it.substringAfter("] ").substringBefore(" source:") }
        }

        fun needless(vararg words: String): List<String> {
            val classes = loaded(*words)
            classes shouldContain "hydrangea.runner.MainKt"
            return classes.filter { name -> NEEDLESS.any(name::startsWith) }
        }

        test("help, the catalogue, a cached script and a plan load no engine, compiler, plot or native terminal") {
            Project(home).load("$script", listOf(), listOf()) // into the cache
            needless("--help").shouldBeEmpty()
            needless("list").shouldBeEmpty()
            needless("show", "$script").shouldBeEmpty()
            needless("run", "-m", "$script", "seed=range(3)", "--dry-run").shouldBeEmpty()
        }
    })
