package hydrangea.experiments

import hydrangea.models.SpecNames
import hydrangea.models.actor.ActorSpec
import hydrangea.models.objective.FitObjective
import hydrangea.models.objective.LearnObjective
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

private val README = Path.of("..", "README.md").readText()

/** The commands of all shell blocks, without the launcher's name. */
private val COMMANDS =
    Regex("```sh\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
        .findAll(README)
        .flatMap { it.groupValues[1].lines() }
        .filter { it.startsWith("./hydrangea ") }
        .map { it.removePrefix("./hydrangea ").substringBefore("  #").trim() }
        .toList()

/** As a shell would: blanks separate, quotes hold together and go. */
private fun words(command: String) =
    Regex("""(?:[^\s']|'[^']*')+""").findAll(command).map { it.value.replace("'", "") }.toList()

/** What makes a run short, where the command does not say it itself. */
private fun shortened(words: List<String>): List<String> {
    val script = words.drop(1).firstOrNull { !it.startsWith("-") }.orEmpty()
    if (words.first() == "bench") return words + listOf("--seconds", "0.1")
    if (words.first() != "run") return words
    if ("--dry-run" in words) return words
    val short = short(PROJECT.load(script, listOf(), listOf()).resolved.experiment)
    val said = words.map { it.substringBefore("=") }
    return words + short.filter { it.substringBefore("=") !in said }.filterNot { "updates" in said && "batch" in it }
}

/** A short run of [script], to be resumed. */
private fun stopped(script: String, out: String) =
    command(*shortened(listOf("run", script, "--out", out)).toTypedArray()).asIfKilled()

/** The script of the first directory of a run that [words] name. */
private fun script(words: List<String>): String? =
    words.firstOrNull { it.startsWith("runs/") }?.removePrefix("runs/")?.split("/")?.take(2)?.joinToString("/")

class ReadmeSpec :
    FunSpec({
        test("there are commands to try") { COMMANDS.shouldNotBeEmpty() }

        for (command in COMMANDS) {
            test("./hydrangea $command works") {
                val out = tempdir()
                val stopped by lazy { stopped(script(words(command)) ?: "toy/mean_flow", out.path) }
                val config = out.toPath().resolve("config.yaml").apply { writeText("updates: 4\n") }
                val words =
                    shortened(words(command)).map {
                        when {
                            it.endsWith("config.yaml") -> config.toString()
                            it.startsWith("updates=") -> "updates=4"
                            it.startsWith("runs/") -> "${stopped.directory}"
                            else -> it
                        }
                    }
                val makesRuns = words.first() in listOf("run", "rerun") && "--out" !in words
                val elsewhere =
                    when {
                        makesRuns -> listOf("--out", out.path)
                        words == listOf("runs") -> listOf("${stopped.directory.parent}")
                        else -> listOf()
                    }
                val placed = words.map { if (it == "other/folder") out.path else it } + elsewhere
                val said = command(*placed.toTypedArray())
                withClue(placed.joinToString(" ") + "\n" + said.err) { said.code shouldBe 0 }
            }
        }

        test("the catalogue names every actor and every objective") {
            for (catalogue in listOf(ActorSpec::class, FitObjective::class, LearnObjective::class)) {
                for (entry in catalogue.java.permittedSubclasses.filter { it.isRecord }) {
                    README shouldContain "| `${SpecNames.of(entry)}` |"
                }
            }
        }

        test("it can be read in one sitting") { README.lines().size shouldBeLessThan 250 }
    })
