package hydrangea.runner.script

import hydrangea.runner.UsageError
import hydrangea.runner.script.fixture.Record
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import io.kotest.matchers.types.shouldBeInstanceOf

class RunTimeErrorTest :
    FunSpec({
        val work = Workspace()
        work.write(
            "helper.exp.kts",
            """
            fun arm(updates: Int) =
                Experiment(null, updates)
            fun deep(n: Int): Int = deep(n + 1) + 1
            """
                .trimIndent(),
        )
        val main =
            work.write(
                "throwing.exp.kts",
                """
                @file:Import("helper.exp.kts")

                object Broken { val value: Int = error("cannot be made") }

                val empty = emptyList<Int>()
                when (Record.fault) {
                    "validation" -> Experiment(null, updates = -5)
                    "imported" -> arm(updates = -6)
                    "usage" -> refuse()
                    "arithmetic" -> 1 / empty.size
                    "initializer" -> Broken.value
                    "overflow" -> deep(0)
                    "todo" -> TODO()
                    "inlined" ->
                        empty.single { it > 0 }
                    "linkage" -> throw NoClassDefFoundError("x")
                    else -> "fine"
                }
                """
                    .trimIndent(),
            )
        val script by lazy { work.host().compile(main) }

        fun failure(fault: String): UsageError {
            Record.fault = fault
            return shouldThrow<UsageError> { script.evaluate() }.also { Record.fault = "" }
        }

        fun message(fault: String) = work.problems(failure(fault))

        test("a refused value is shown with the line of the script") {
            message("validation") shouldBe
                """
                throwing.exp.kts:7: updates must be at least 0, not -5
                    "validation" -> Experiment(null, updates = -5)
                """
                    .trimIndent()
        }

        test("what fails in an import is shown there, with the call") {
            message("imported") shouldBe
                """
                helper.exp.kts:2: updates must be at least 0, not -6
                    Experiment(null, updates)
                called at throwing.exp.kts:8
                    "imported" -> arm(updates = -6)
                """
                    .trimIndent()
        }

        test("a usage error keeps its problems and its exit code") {
            val error = failure("usage")
            error.exitCode shouldBe 4
            work.problems(error) shouldBe
                """
                throwing.exp.kts:9: first problem
                throwing.exp.kts:9: second problem
                    "usage" -> refuse()
                """
                    .trimIndent()
        }

        test("other exceptions are named") {
            message("arithmetic").lines().first() shouldBe "throwing.exp.kts:10: ArithmeticException: / by zero"
            message("todo").lines().first() shouldStartWith "throwing.exp.kts:13: NotImplementedError: An operation is"
            message("overflow").lines().first() shouldBe "helper.exp.kts:3: StackOverflowError"
        }

        test("an exception in a static initializer is unwrapped") {
            message("initializer").lines().first() shouldBe "throwing.exp.kts:3: cannot be made"
        }

        test("an exception in an inlined function is at the call") {
            message("inlined") shouldBe
                """
                throwing.exp.kts:15: NoSuchElementException: Collection contains no element matching the predicate.
                        empty.single { it > 0 }
                """
                    .trimIndent()
        }

        test("the cause is kept, its trace cut at the script") {
            val cause = failure("validation").cause.shouldNotBeNull()
            cause.shouldBeInstanceOf<IllegalArgumentException>()
            cause.stackTrace.map { it.fileName } shouldContainExactly listOf("Words.kt", "throwing.exp.kts")
        }

        test("what is no mistake of the script is thrown as it is") {
            Record.fault = "linkage"
            shouldThrow<NoClassDefFoundError> { script.evaluate() }.message shouldBe "x"
            Record.fault = ""
            script.value() shouldBe "fine"
        }
    })
