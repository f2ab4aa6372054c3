package hydrangea.runner.script

import hydrangea.runner.ExitCode
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.nio.file.Path

class DiagnosticsTest :
    FunSpec({
        val work = Workspace()
        val hints = Hints { if ("Objective<" in it.message) "reverseKl() needs an exact density" else null }

        fun refusal(script: Path) = work.refusal(ExitCode.SCRIPT) { work.host(hints).compile(script) }

        test("all errors are shown, those of imports too, each with its line, carets and hint") {
            work.write(
                "wrong_import.exp.kts",
                """
                val name: String = 3
                val rate = listOf(1, 2).mapp { it + 1 }
                """
                    .trimIndent(),
            )
            val script =
                work.write(
                    "wrong.exp.kts",
                    """
                    @file:Import("wrong_import.exp.kts")

                    val bad = meanFlow()
                    fit(actor = bad, objective = reverseKl())
                    fit(actor = if (bad == gaussian()) meanFlow() else bad, objective = reverseKl())
                    fit(actor = gaussian())
                    fit(
                    	actor = gaussian(), updtes = 3,
                        objective = reverseKl(),
                        updates = "3",
                    )
                    val cold = 3!!
                    maxOf("a", 3)
                    """
                        .trimIndent()
                        .replace("\n", "\r\n"),
                )
            refusal(script) shouldBe
                """
                wrong_import.exp.kts:1:18: Initializer type mismatch: expected 'String', actual 'Int'.
                val name: String = 3
                                 ^
                wrong_import.exp.kts:2:25: Unresolved reference 'mapp' on receiver of type 'List<Int>'.
                val rate = listOf(1, 2).mapp { it + 1 }
                                        ^^^^
                wrong.exp.kts:4:30: Argument type mismatch: actual type is 'Objective<Scored>', but 'Objective<Averaged>' was expected.
                fit(actor = bad, objective = reverseKl())
                                             ^^^^^^^^^^^
                reverseKl() needs an exact density
                wrong.exp.kts:5:69: Argument type mismatch: actual type is 'Objective<Scored>', but 'Objective<Averaged>' was expected.
                fit(actor = if (bad == gaussian()) meanFlow() else bad, objective = reverseKl())
                                                                                    ^^^^^^^^^^^
                wrong.exp.kts:6:1: No value passed for parameter 'objective'.
                fit(actor = gaussian())
                ^^^
                wrong.exp.kts:8:22: No parameter with name 'updtes' found.
                	actor = gaussian(), updtes = 3,
                	                    ^^^^^^
                wrong.exp.kts:10:15: Argument type mismatch: actual type is 'String', but 'Int' was expected.
                    updates = "3",
                              ^^^
                wrong.exp.kts:13:1: None of the following candidates is applicable:
                fun <T : Comparable<T>> maxOf(a: T, b: T): T:
                  Argument type mismatch: actual type is 'Int', but 'String' was expected.
                fun maxOf(a: Byte, b: Byte): Byte:
                  Argument type mismatch: actual type is 'String', but 'Byte' was expected.
                fun maxOf(a: Short, b: Short): Short:
                  Argument type mismatch: actual type is 'String', but 'Short' was expected.
                fun maxOf(a: Int, b: Int): Int:
                  Argument type mismatch: actual type is 'String', but 'Int' was expected.
                ... and 48 lines more
                maxOf("a", 3)
                ^^^^^
                """
                    .trimIndent()
        }

        test("broken syntax is shown where it breaks") {
            refusal(work.write("syntax.exp.kts", "\uFEFFfit(actor = , )\nval 3y = 4\n")) shouldBe
                """
                syntax.exp.kts:1:12: Syntax error: Expecting an argument.
                fit(actor = , )
                           ^
                syntax.exp.kts:2:5: Syntax error: Expecting property name or receiver type.
                val 3y = 4
                    ^
                syntax.exp.kts:2:6: Syntax error: Property getter or setter expected.
                val 3y = 4
                     ^^^^^
                """
                    .trimIndent()
        }

        test("an import cannot use what only its importer declares") {
            work.write("uses_steps.exp.kts", "val twice = steps * 2\n")
            refusal(work.write("has_steps.exp.kts", "@file:Import(\"uses_steps.exp.kts\")\nval steps = 3\n")) shouldBe
                """
                uses_steps.exp.kts:1:13: Unresolved reference 'steps'.
                val twice = steps * 2
                            ^^^^^
                """
                    .trimIndent()
        }

        test("two classes of one name are refused, because the compiler confuses them") {
            work.write("own.exp.kts", "class Own(val k: Int = 1)\nval made = Own()\n")
            val script = work.write("owns.exp.kts", "@file:Import(\"own.exp.kts\")\n\nclass Own(val k: Int)\nOwn(2)\n")
            refusal(script) shouldBe
                """
                owns.exp.kts:3:7: Own is declared in own.exp.kts too, and the two would be confused: rename one
                class Own(val k: Int)
                      ^^^
                """
                    .trimIndent()
        }

        test("an import that only the compiler recognises is refused, not overlooked") {
            refusal(work.write("quoted.exp.kts", "@file:`Import`(\"own.exp.kts\")\n3\n")) shouldBe
                """
                quoted.exp.kts:1:1: these imports cannot be read: name each in plain quotes, by @file:Import(...)
                @file:`Import`("own.exp.kts")
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """
                    .trimIndent()
        }

        test("an error without a place still names its script") {
            Diagnostic(Source(Path.of("a.exp.kts"), "3"), 0, 0, 0, "no").render("hint") shouldBe "a.exp.kts: no\nhint"
        }
    })
