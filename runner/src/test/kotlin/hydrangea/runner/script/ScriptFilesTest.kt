package hydrangea.runner.script

import hydrangea.runner.ExitCode
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.io.path.createSymbolicLinkPointingTo
import kotlin.io.path.writeBytes

class ScriptFilesTest :
    FunSpec({
        val work = Workspace()
        val directory = work.directory

        fun refusal(path: Path, exitCode: Int = ExitCode.USAGE) = work.refusal(exitCode) { work.host().compile(path) }

        beforeSpec {
            work.write("mean_flow.exp.kts", "3")
            work.write("notes.txt", "3")
            work.write("empty.exp.kts", "\uFEFF \r\n\t\n")
            directory.resolve("binary.exp.kts").writeBytes(byteArrayOf(51, 0, 51))
            directory.resolve("latin.exp.kts").writeBytes("val caf\u00e9 = 3".toByteArray(Charsets.ISO_8859_1))
            directory.resolve("directory.exp.kts").createDirectory()
        }

        context("a file that is no script is refused") {
            withData(
                nameFn = { it.first },
                "men_flow.exp.kts" to "men_flow.exp.kts does not exist; did you mean mean_flow.exp.kts?",
                "mean_flow" to "mean_flow does not exist; did you mean mean_flow.exp.kts?",
                "mean_flow.kts" to "mean_flow.kts does not exist; did you mean mean_flow.exp.kts?",
                "sac.exp.kts" to "sac.exp.kts does not exist",
                "toy/sac.exp.kts" to "toy/sac.exp.kts does not exist: there is no directory toy",
                "notes.txt" to "notes.txt is not a script: the name of a script ends in .exp.kts",
                "directory.exp.kts" to "directory.exp.kts is a directory, not a script",
                "empty.exp.kts" to "empty.exp.kts is empty",
                "binary.exp.kts" to "binary.exp.kts is not a text file in UTF-8",
                "latin.exp.kts" to "latin.exp.kts is not a text file in UTF-8",
            ) { (name, message) ->
                refusal(directory.resolve(name)) shouldBe message
            }
        }

        val locked = work.write("locked.exp.kts", "3").also { it.toFile().setReadable(false) }
        test("a file without read permission is refused").config(enabled = !Files.isReadable(locked)) {
            refusal(locked) shouldBe "locked.exp.kts cannot be read: permission denied"
        }

        test("every import that cannot be read is reported at its place") {
            val script =
                work.write(
                    "imports.exp.kts",
                    """
                    // comment
                    @file:Import("meanflow.exp.kts", "directory.exp.kts")
                    @file:Import("also/missing.exp.kts") @file:Import("a" + "b")
                    3
                    """
                        .trimIndent(),
                )
            refusal(script, ExitCode.SCRIPT) shouldBe
                """
                imports.exp.kts:2:14: meanflow.exp.kts does not exist; did you mean mean_flow.exp.kts?
                @file:Import("meanflow.exp.kts", "directory.exp.kts")
                             ^^^^^^^^^^^^^^^^^^
                imports.exp.kts:2:34: directory.exp.kts is a directory, not a script
                @file:Import("meanflow.exp.kts", "directory.exp.kts")
                                                 ^^^^^^^^^^^^^^^^^^^
                imports.exp.kts:3:14: also/missing.exp.kts does not exist: there is no directory also
                @file:Import("also/missing.exp.kts") @file:Import("a" + "b")
                             ^^^^^^^^^^^^^^^^^^^^^^
                imports.exp.kts:3:51: an import is named in plain quotes: @file:Import("other.exp.kts")
                @file:Import("also/missing.exp.kts") @file:Import("a" + "b")
                                                                  ^
                """
                    .trimIndent()
        }

        test("a circle of imports is named, also through a link") {
            work.write("a.exp.kts", "@file:Import(\"b.exp.kts\")\n3\n")
            work.write("b.exp.kts", "\r\n@file:Import(\"link.exp.kts\")\r\n3\r\n")
            directory.resolve("link.exp.kts").createSymbolicLinkPointingTo(Path.of("a.exp.kts"))
            refusal(directory.resolve("a.exp.kts"), ExitCode.SCRIPT) shouldBe
                """
                b.exp.kts:2:14: the imports go round in a circle: a.exp.kts imports b.exp.kts imports a.exp.kts
                @file:Import("link.exp.kts")
                             ^^^^^^^^^^^^^^
                """
                    .trimIndent()
        }

        test("a script that imports itself is a circle of one") {
            val script = work.write("self.exp.kts", "@file:Import(\"self.exp.kts\")\n3\n")
            refusal(script, ExitCode.SCRIPT).lines().first() shouldBe
                "self.exp.kts:1:14: the imports go round in a circle: self.exp.kts imports self.exp.kts"
        }

        test("paths are shown from the working directory where that is shorter") {
            Path.of("src/../target/a.exp.kts").toAbsolutePath().shown() shouldBe "target/a.exp.kts"
            Path.of("/x.exp.kts").shown() shouldBe "/x.exp.kts"
        }
    })
