package hydrangea.runner.override

import hydrangea.runner.run.jsonLine
import io.kotest.core.spec.style.scopes.FunSpecRootScope
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

/** A command line, said of [script], and what comes of it. */
internal class CommandLine(val script: () -> Any, val words: List<String>, val outcome: Outcome)

internal sealed interface Outcome

/** The value of a key, as `show` spells it. */
internal data class Shown(val key: String, val value: String) : Outcome

/** All that is wrong. */
internal data class Refused(val messages: List<String>) : Outcome

/** The value as `explain --json` writes it. */
internal data class Read(val json: String) : Outcome

/** Command lines about one topic, their words with ` ; ` between. */
internal class Topic(private val script: () -> Any) {
    val lines = mutableListOf<CommandLine>()

    infix fun String.shows(keyAndValue: Pair<String, String>) = add(Shown(keyAndValue.first, keyAndValue.second))

    infix fun String.reads(json: String) = add(Read(json))

    /** Refused because of what is at a position. */
    infix fun String.stumbles(at: Pair<Int, String>) =
        add(Refused(listOf("$this: ${at.second}\n  $this\n  ${" ".repeat(at.first)}^")))

    infix fun String.refused(message: String) = add(Refused(listOf(message)))

    infix fun String.refused(messages: List<String>) = add(Refused(messages))

    private fun String.add(outcome: Outcome) {
        lines += CommandLine(script, split(" ; "), outcome)
    }
}

internal fun topic(script: () -> Any = ::plain, lines: Topic.() -> Unit): List<CommandLine> =
    Topic(script).apply(lines).lines

internal fun FunSpecRootScope.hold(topic: String, lines: List<CommandLine>) =
    lines.forEach { line ->
        val words = line.words.toTypedArray()
        test("$topic: ${words.joinToString(" ")}") {
            when (val outcome = line.outcome) {
                is Shown -> value(line.script, outcome.key, *words) shouldBe outcome.value
                is Refused -> problems(line.script, *words) shouldContainExactly outcome.messages
                is Read -> jsonLine(explanationJson(read(words.single(), catalogue))["value"]) shouldBe outcome.json
            }
        }
    }
