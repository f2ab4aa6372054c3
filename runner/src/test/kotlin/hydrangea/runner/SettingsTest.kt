package hydrangea.runner

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.io.path.deleteIfExists
import kotlin.io.path.writeText

class SettingsTest :
    FunSpec({
        val home = tempdir().toPath()
        val file = home.resolve("hydrangea.yaml")

        fun settings(text: String?, vararg environment: Pair<String, String>): Settings {
            if (text == null) file.deleteIfExists() else file.writeText(text)
            return readSettings(file, mapOf(*environment)::get)
        }

        fun refused(text: String?, vararg environment: Pair<String, String>): List<String> =
            shouldThrow<UsageError> { settings(text, *environment) }.problems.map { it.replace("$home/", "") }

        test("without a file and variables they are the defaults") {
            settings(null) shouldBe Settings()
            settings("") shouldBe Settings()
            settings("# nothing\n", "HYDRANGEA_THREADS" to "") shouldBe Settings()
        }
        test("variables win over the file, and each says where it is from") {
            val read =
                settings("threads: 3\njobs: \"4\"\ndevice: cpu\n", "HYDRANGEA_THREADS" to "2", "HYDRANGEA_OUT" to "x")
            read.copy(origins = emptyMap()) shouldBe Settings(threads = 2, jobs = 4, out = Path.of("x"))
            read.rows() shouldContainExactly
                listOf(
                    listOf("device", "cpu", "$file:3"),
                    listOf("threads", "2", "HYDRANGEA_THREADS"),
                    listOf("jobs", "4", "$file:2"),
                    listOf("out", "x", "HYDRANGEA_OUT"),
                )
            settings(null).rows().map { it[2] }.distinct() shouldBe listOf("default")
        }
        test("a folder in the file lies beside it, or at home") {
            settings("out: results\n").out shouldBe home.resolve("results")
            settings("out: /results\n").out shouldBe Path.of("/results")
            settings("out: ~/results\n").out shouldBe Path.of(System.getProperty("user.home"), "results")
        }
        test("all that is wrong is said at once, with its place") {
            refused("thread: 2\njobs: many\nout: runs\ncolour: red\n", "HYDRANGEA_THREADS" to "0") shouldContainExactly
                listOf(
                    "hydrangea.yaml:1: there is no setting thread; did you mean threads?",
                    "hydrangea.yaml:4: there is no setting colour; there are device, threads, jobs, out",
                    "HYDRANGEA_THREADS: threads=0: expected a whole number of at least 1",
                    "hydrangea.yaml:2: jobs=many: expected a whole number of at least 1",
                )
            refused("threads: [1, 2]") shouldContainExactly
                listOf("hydrangea.yaml:1: threads=[1, 2]: expected a whole number of at least 1")
            refused("\nthreads: {a: 2}") shouldContainExactly
                listOf("hydrangea.yaml:2: threads=a mapping: expected a whole number of at least 1")
        }
        test("another device is refused with what it takes") {
            refused("device: cuda") shouldContainExactly
                listOf(
                    "hydrangea.yaml:1: device=cuda: this build computes on the cpu only, in memory that Java and " +
                        "PyTorch share; for NVIDIA's gpus put ai.djl.pytorch:pytorch-native-cu128 in place of " +
                        "pytorch-native-cpu in runner/pom.xml, let models/nn/NativeEngine take the gpu, and " +
                        "models/nn/NativeMemory copy what it shares"
                )
        }
        test("a file that cannot be understood is said so") {
            refused("- threads\n") shouldContainExactly
                listOf("hydrangea.yaml:1: expected settings, such as threads: 2")
            refused("threads: [1, 2\njobs: 1\n") shouldContainExactly
                listOf("hydrangea.yaml:2: expected ',' or ']', but got :")
            val folder = tempdir().toPath()
            val directory = folder.resolve("hydrangea.yaml").createDirectory()
            shouldThrow<UsageError> { readSettings(directory) { null } }.problems shouldContainExactly
                listOf("$folder/hydrangea.yaml: cannot be read: Is a directory")
        }
    })
