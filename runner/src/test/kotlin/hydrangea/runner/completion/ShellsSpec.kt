package hydrangea.runner.completion

import io.kotest.core.spec.style.FunSpec
import io.kotest.core.test.Enabled
import io.kotest.core.test.EnabledOrReasonIf
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import kotlin.io.path.createDirectories
import kotlin.io.path.readText

/** The tests of a shell run where it is. */
private fun where(shell: String): EnabledOrReasonIf = {
    if (installed(shell)) Enabled.enabled else Enabled.disabled("$shell is not installed")
}

private fun quoted(word: String) = "'" + word.replace("'", "'\\''") + "'"

class ShellsSpec :
    FunSpec({
        val checkout by lazy { Completed(tempdir().toPath()) }

        context("bash") {
            /** `COMPREPLY` for words as readline divides them. */
            fun reply(vararg words: String, command: String = "./hydrangea"): List<String> {
                val script =
                    """
                    eval "${'$'}(./hydrangea completion bash)"
                    COMP_WORDS=(${quoted(command)} ${words.joinToString(" ", transform = ::quoted)})
                    COMP_CWORD=${words.size}
                    _hydrangea ${quoted(command)} ${quoted(words.last())} ''
                    printf '%s\n' "${'$'}{COMPREPLY[@]}"
                    """
                return checkout.said(listOf("bash", "-c", script.trimIndent())).lines().filter { it.isNotEmpty() }
            }

            test("commands, scripts and keys").config(enabledOrReasonIf = where("bash")) {
                reply("ru") shouldBe listOf("run", "runs")
                reply("run", "topic/o") shouldBe listOf("topic/own")
                reply("run", "topic/own", "up") shouldBe listOf("updates=")
                reply("run", "topic/own", "actor.hid") shouldBe listOf("actor.hidden=")
            }

            test("only what is behind the last mark at which readline divides").config(
                enabledOrReasonIf = where("bash")
            ) {
                reply("run", "topic/own", "actor", "=", "w") shouldBe listOf("wide")
                reply("run", "topic/own", "actor", "=") shouldContain "wide"
                reply("run", "topic/own", "actor=w") shouldBe listOf("actor=wide")
                reply("run", "-m", "topic/own", "actor", "=", "wide,n") shouldBe listOf("wide,narrow")
                reply("run", "topic/own", "actor", "=", "meanFlow", "actor.targ") shouldBe listOf("actor.targetStd=")
            }

            test("what the shell would read otherwise is quoted").config(enabledOrReasonIf = where("bash")) {
                reply("run", "topic/own", "actor.hidden", "=", "") shouldBe listOf("\\[8\\]")
            }

            test("paths").config(enabledOrReasonIf = where("bash")) {
                reply("run", "./experiments/topic/o") shouldBe listOf("./experiments/topic/own.exp.kts")
                reply("run", "--config", "=", "hyd") shouldBe listOf("hydrangea")
                reply("run", "--out", "exp") shouldBe listOf("experiments")
                reply("run", "topic/own", "@", "hyd") shouldBe listOf("hydrangea")
            }

            test("by a name on the path, by a whole path and from home").config(enabledOrReasonIf = where("bash")) {
                reply("ru", command = "${checkout.root}/hydrangea") shouldBe listOf("run", "runs")
                fun known(setting: String, command: String) =
                    checkout.said(
                        listOf(
                            "bash",
                            "-c",
                            "$setting; eval \"\$(./hydrangea completion bash)\"; COMP_WORDS=($command ru); COMP_CWORD=1; " +
                                "cd /; _hydrangea $command ru ''; echo \$COMPREPLY",
                        )
                    )
                known("PATH=${'$'}PWD:${'$'}PATH", "hydrangea") shouldBe "run\n"
                known("HOME=${'$'}PWD", "'~/hydrangea'") shouldBe "run\n"
            }

            test("readline asks the function for the launcher by any path").config(enabledOrReasonIf = where("bash")) {
                checkout.said(
                    listOf("bash", "-c", "eval \"\$(./hydrangea completion bash)\"; complete -p hydrangea")
                ) shouldBe "complete -F _hydrangea hydrangea\n"
            }
        }

        context("zsh") {
            /** What the function hands to zsh's own, which are replaced by others that print it. */
            fun offered(vararg words: String): List<String> {
                val script =
                    """
                    compdef() { }
                    compset() { print -r - "behind ${'$'}2" }
                    _files() { print -r - "files ${'$'}*" }
                    _describe() { print -rl - "${'$'}{(@P)4}" "${'$'}{@[5,-1]}" }
                    source <(./hydrangea completion zsh)
                    words=(./hydrangea ${words.joinToString(" ", transform = ::quoted)})
                    CURRENT=${words.size + 1} PREFIX=${quoted(words.last())}
                    _hydrangea
                    """
                return checkout.said(listOf("zsh", "-f", "-c", script.trimIndent())).lines().filter { it.isNotEmpty() }
            }

            test("words with what they mean").config(enabledOrReasonIf = where("zsh")) {
                offered("ru") shouldContain "run:Runs an experiment and leaves a run directory."
                offered("run", "top") shouldContainExactlyInAnyOrder listOf("topic/own", "topic/base")
                offered("run", "topic/own", "actor=w") shouldContain "actor=wide"
            }

            test("parts without a blank").config(enabledOrReasonIf = where("zsh")) {
                val keys = offered("run", "topic/own", "up")
                keys.first { it.startsWith("updates=") } shouldStartWith "updates=:int, 9"
                keys.last() shouldBe "-S" // and the empty word, which leaves no line here
            }

            test("paths").config(enabledOrReasonIf = where("zsh")) {
                offered("run", "./exp").last() shouldBe "files -g *.exp.kts"
                offered("run", "--config=x") shouldBe listOf("behind --config=", "files ")
                offered("run", "--out", "") shouldBe listOf("files -/")
            }

            test("on a terminal").config(enabledOrReasonIf = where("zsh")) {
                val script =
                    """
                    zmodload zsh/zpty
                    zpty terminal zsh -f -i
                    zpty -w terminal "cd ${'$'}{(q)PWD}; source <(./hydrangea completion zsh); echo rea''dy"
                    zpty -r terminal said '*ready*'
                    zpty -w -n terminal ${'$'}'./hydrangea run topic/own actor.hid\t'
                    zpty -r terminal said '*hidden=*'
                    print -r - ${'$'}said
                    """
                checkout.said(listOf("timeout", "60", "zsh", "-f", "-c", script.trimIndent())) shouldContain "hidden="
            }
        }

        context("fish") {
            fun offered(line: String): List<String> {
                val script = "./hydrangea completion fish | source; complete -C ${quoted(line)}"
                val home = checkout.root.resolve("home").createDirectories()
                val environment = mapOf("HOME" to "$home", "XDG_CONFIG_HOME" to "$home")
                return checkout.said(listOf("fish", "-c", script), environment).lines().filter { it.isNotEmpty() }
            }

            test("words with what they mean").config(enabledOrReasonIf = where("fish")) {
                offered("./hydrangea ru").first() shouldBe "run\tRuns an experiment and leaves a run directory."
                offered("./hydrangea run own") shouldBe listOf("topic/own")
                offered("./hydrangea run topic/own actor=w") shouldBe listOf("actor=wide")
                offered("./hydrangea run topic/own upd").single() shouldStartWith "updates=\tint, 9"
                offered("./hydrangea run topic/own actor=gaussian qq").shouldBeEmpty()
            }

            test("paths").config(enabledOrReasonIf = where("fish")) {
                offered("./hydrangea run --config=hyd") shouldBe listOf("--config=hydrangea")
                offered("./hydrangea run --out exp") shouldBe listOf("experiments/")
                offered("./hydrangea run ./experiments/topic/o") shouldBe listOf("./experiments/topic/own.exp.kts")
            }

            test("by a whole path").config(enabledOrReasonIf = where("fish")) {
                offered("'${checkout.root}/hydrangea' sho").single() shouldStartWith "show\t"
            }
        }

        for (shell in listOf("bash", "zsh", "fish")) {
            test("the script for $shell says how to use it, and comes without Java").config(enabled = POSIX) {
                val script = checkout.said(listOf("${checkout.root}/hydrangea", "completion", shell))
                script shouldBe checkout.root.resolve("completion/hydrangea.$shell").readText()
                script.lines().first() shouldContain "./hydrangea completion $shell"
            }
        }

        test("no script for another shell: the command line has a better answer").config(enabled = POSIX) {
            checkout.said(listOf("./hydrangea", "completion", "../completion/hydrangea.bash")) shouldContain "JAVA_HOME"
        }
    })
