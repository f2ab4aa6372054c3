package hydrangea.runner.script

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import kotlin.io.path.outputStream
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeText

class ClassPathTest :
    FunSpec({
        val work = Workspace()

        fun digest(vararg entries: Path) = Digest().also { ClassPath(entries.asList()).digest(it) }.hex()

        fun jar(name: String, content: String, millis: Long): Path {
            val file = work.write(name, "")
            ZipOutputStream(file.outputStream()).use { jar ->
                jar.putNextEntry(ZipEntry("A.class").apply { time = millis })
                jar.write(content.toByteArray())
            }
            return file.apply { setLastModifiedTime(FileTime.fromMillis(millis)) }
        }

        test("a directory counts by the names and contents of its files") {
            val file = work.write("classes/a/A.class", "one")
            val before = digest(work.directory.resolve("classes"))
            file.setLastModifiedTime(FileTime.fromMillis(1))
            digest(work.directory.resolve("classes")) shouldBe before
            file.writeText("two")
            digest(work.directory.resolve("classes")) shouldNotBe before
        }

        test("a snapshot counts by content, a release by its date") {
            val snapshot = digest(jar("a-1-SNAPSHOT.jar", "one", 1_000_000_000_000))
            digest(jar("a-1-SNAPSHOT.jar", "one", 1_600_000_000_000)) shouldBe snapshot
            digest(jar("a-1-SNAPSHOT.jar", "two", 1_000_000_000_000)) shouldNotBe snapshot
            val release = digest(jar("a-1.jar", "one", 1_000_000_000_000))
            digest(jar("a-1.jar", "one", 1_600_000_000_000)) shouldNotBe release
        }

        test("entries that do not exist are left out") {
            ClassPath(listOf(work.directory, work.directory.resolve("none"))).entries shouldBe
                listOf(work.directory.toAbsolutePath())
        }
    })
