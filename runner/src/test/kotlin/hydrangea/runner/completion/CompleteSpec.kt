package hydrangea.runner.completion

import hydrangea.runner.commandLine
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.attribute.FileTime
import java.time.Instant
import kotlin.io.path.createDirectories
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeText

class CompleteSpec :
    FunSpec({
        val checkout by lazy { Completed(tempdir().toPath()) }
        val tree = commandLine()

        test("every command and every flag of the command tree is offered").config(enabled = POSIX) {
            checkout.candidates("") shouldBe tree.registeredSubcommandNames().toSet()
            for (command in tree.registeredSubcommands()) {
                val flags = command.registeredOptions().flatMap { it.names + it.secondaryNames }
                withClue(command.commandName) {
                    checkout.candidates(command.commandName, "-") shouldContainAll flags + "--help"
                }
            }
        }

        test("what is offered says what it is").config(enabled = POSIX) {
            checkout.described("")["run"] shouldBe "Runs an experiment and leaves a run directory."
            checkout.described("run", "--")["--out"] shouldBe
                "the folder of run directories (hydrangea.yaml's, or runs)"
        }

        test("a flag's values are those it knows, or paths").config(enabled = POSIX) {
            checkout.candidates("bench", "--activation", "") shouldContainAll setOf("gelu", "silu")
            checkout.candidates("bench", "--activation=g") shouldContain "--activation=gelu"
            checkout.answer("run", "--out", "") shouldBe listOf("directories\t")
            checkout.answer("run", "--config=a") shouldBe listOf("files\t--config=")
            checkout.answer("run", "--threads", "") shouldBe listOf("words")
            checkout.answer("run", "topic/own", "@o") shouldBe listOf("files\t@")
        }

        test("arguments with a closed list of values have those").config(enabled = POSIX) {
            checkout.candidates("completion", "") shouldBe setOf("bash", "zsh", "fish")
            checkout.candidates("list", "") shouldContainAll setOf("scripts", "actors", "objectives", "embeddings")
            checkout.candidates("bench", "") shouldContain "toy/gaussian"
            checkout.candidates("bench", "toy/gaussian", "") shouldContain "toy/mean_flow"
        }

        test("scripts have names, and are files where no name goes on so").config(enabled = POSIX) {
            checkout.answer("run", "to").toSet() shouldBe setOf("words", "topic/own\t", "topic/base\t")
            checkout.answer("show", "--config", "x.yaml", "./").first() shouldBe "scripts\t"
        }

        test("keys come a level at a time").config(enabled = POSIX) {
            val keys = checkout.candidates("run", "topic/own", "")
            keys shouldContainAll setOf("rate=", "width=", "actor=", "actor.", "updates=", "measure.")
            keys shouldNotContain "actor.hidden="
            checkout.candidates("run", "topic/own", "--out", "x", "act") shouldBe keys
            val below = checkout.candidates("run", "topic/own", "actor.hi")
            below shouldContainAll setOf("actor.hidden=", "actor.initializer=", "actor.last.")
            below.filterNot { it.startsWith("actor.") }.shouldBeEmpty()
            checkout.candidates("run", "topic/own", "measure.") shouldBe setOf("measure.0=", "measure.0.")
            checkout.answer("run", "topic/own", "").first() shouldBe "parts"
        }

        test("a key says its type, its value and its meaning").config(enabled = POSIX) {
            val keys = checkout.described("run", "topic/own", "")
            keys.getValue("rate=") shouldStartWith "double, 0.01"
            keys.getValue("batch=") shouldStartWith "int, 256"
            keys.getValue("target.") shouldBe "of gaussianMixture"
            keys.getValue("optimizer=") shouldContain "adam. "
        }

        test("every form of a script's path finds its keys").config(enabled = POSIX) {
            val keys = checkout.candidates("run", "topic/own", "")
            for (folder in listOf("experiments", "./experiments/../experiments", "${checkout.root}/experiments")) {
                checkout.candidates("run", "$folder/topic/own.exp.kts", "") shouldBe keys
            }
            checkout.candidates("run", "topic/missing", "").shouldBeEmpty()
            checkout.candidates("run", "--threads", "2", "topic/own", "").shouldBe(keys)
        }

        test("values are options, entries, constants, or the value now").config(enabled = POSIX) {
            fun values(key: String) = checkout.candidates("run", "topic/own", key).map { it.removePrefix(key) }
            values("actor=") shouldBe
                listOf("narrow", "wide", "epsilonGreedy", "flow", "flowMatching", "gaussian", "latent", "meanFlow")
            values("actor.activation=") shouldContainAll listOf("silu", "gelu")
            values("actor.squash=") shouldBe listOf("true", "false")
            values("optimizer=") shouldBe listOf("adam", "adamW", "sgd")
            values("actor.hidden=") shouldBe listOf("[8]")
            values("observation=") shouldBe listOf("[1.0,1.0,1.0,1.0]")
            values("updates=") shouldBe listOf("9")
            values("nothing=").shouldBeEmpty()
            checkout.described("run", "topic/own", "actor.squash=")["actor.squash=true"] shouldBe "now"
            checkout.described("run", "topic/own", "actor=").getValue("actor=meanFlow") shouldContain
                "One jump from noise"
        }

        test("what is put into a place has its own components").config(enabled = POSIX) {
            fun below(vararg words: String) = checkout.candidates("run", "topic/own", *words)
            below("actor=meanFlow", "actor.") shouldContainAll
                setOf("actor.targetStd=", "actor.form=", "actor.embedding.")
            below("actor='meanFlow(steps=2)'", "actor.") shouldBe below("actor=meanFlow", "actor.")
            below("actor=wide", "actor.") shouldContain "actor.solver="
            below("actor=wide", "actor.solver=") shouldContain "actor.solver=heun"
            below("objective=reverseKl", "objective.").shouldBeEmpty()
            below("actor=meanFlow", "actor.embedding=raw", "actor.embedding.").shouldBeEmpty()
            below("actor=meanFlow", "act") shouldBe below("act")
            below("target=ring", "target=") shouldContain "target=ring"
        }

        test("a value that depends on arguments is not told").config(enabled = POSIX) {
            checkout
                .described("run", "topic/own", "target=gaussianMixture", "target.")
                .getValue("target.means=") shouldStartWith "list of list of double. "
            checkout.candidates("run", "topic/own", "target=gaussianMixture", "target.means=").shouldBeEmpty()
        }

        test("a sweep goes on behind a comma").config(enabled = POSIX) {
            checkout.answer("run", "-m", "topic/own", "actor.activation=gelu,").first() shouldBe "parts"
            checkout.candidates("run", "-m", "topic/own", "actor.activation=gelu,") shouldContain
                "actor.activation=gelu,silu"
            checkout.candidates("run", "topic/own", "--multirun", "actor=wide,me") shouldContain "actor=wide,meanFlow"
            checkout.candidates("run", "topic/own", "actor=wide,me") shouldNotContain "actor=wide,meanFlow"
        }

        test("show takes a group as well").config(enabled = POSIX) {
            checkout.candidates("show", "topic/own", "") shouldContainAll setOf("actor", "actor.", "actor=")
            checkout.candidates("run", "topic/own", "") shouldNotContain "actor"
        }

        test("runs are found, with the keys of the script that they were made from").config(enabled = POSIX) {
            val run = checkout.root.resolve("runs/topic/own/20260101-000000-abcdef").createDirectories()
            run.resolve("run.json").writeText("{\n  \"script\": {\n    \"path\": \"${checkout.script}\",\n")
            val sweep = checkout.root.resolve("runs/topic/own/20260102-000000-abcdef").createDirectories()
            sweep.resolve("sweep.json").writeText("{}")
            val place = "runs/topic/own/20260101-000000-abcdef"
            checkout.candidates("resume", "ru") shouldBe setOf(place, place.replace("0101", "0102"))
            checkout.answer("resume", "elsewhere").first() shouldBe "directories\t"
            checkout.candidates("resume", place, "actor.") shouldContain "actor.hidden="
        }

        test("a changed script or import is completed as before the change, and says so").config(enabled = POSIX) {
            for (file in listOf(checkout.script, checkout.base)) {
                val changed = Completed(tempdir().toPath())
                val source = changed.root.resolve(checkout.root.relativize(file))
                source.setLastModifiedTime(FileTime.from(Instant.now().plusSeconds(5)))
                changed.described("run", "topic/own", "")["rate="] shouldBe "double (before the script changed)"
                changed.described("run", "topic/own", "")["actor."] shouldBe ""
                changed.candidates("run", "topic/own", "updates=").shouldBeEmpty()
                changed.candidates("run", "topic/own", "actor=") shouldContain "actor=wide"
            }
        }

        test("where nothing is known yet, nothing is offered").config(enabled = POSIX) {
            val bare = Completed(tempdir().toPath())
            bare.root.resolve("target").toFile().deleteRecursively()
            bare.answer("ru") shouldBe listOf("words")
            bare.answer("run", "topic/own", "act") shouldBe listOf("words")
        }
    })
