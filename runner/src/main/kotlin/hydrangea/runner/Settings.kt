package hydrangea.runner

import java.nio.file.Path

/**
 * How things are done on this machine unless a flag says otherwise; never what is done, so that a run means the same
 * everywhere.
 *
 * @property threads of one tensor operation
 * @property jobs how many runs of a sweep train side by side: one for each core
 * @property out the folder of run directories
 * @property origins who said them, by name; the others are as they are here
 */
data class Settings(
    val device: String = CPU,
    val threads: Int = 1,
    val jobs: Int = Runtime.getRuntime().availableProcessors(),
    val out: Path = Path.of("runs"),
    val origins: Map<String, String> = emptyMap(),
) {
    /** A row of name, value and origin for each. */
    fun rows(): List<List<String>> =
        listOf("device" to device, "threads" to threads, "jobs" to jobs, "out" to out).map { (name, value) ->
            listOf(name, "$value", origins[name] ?: "default")
        }

    companion object {
        const val CPU = "cpu"

        /** The file beside the launcher. */
        const val FILE = "hydrangea.yaml"
        private const val ONLY_CPU =
            "this build computes on the cpu only, in memory that Java and PyTorch share; for NVIDIA's gpus put " +
                "ai.djl.pytorch:pytorch-native-cu128 in place of pytorch-native-cpu in runner/pom.xml, let " +
                "models/nn/NativeEngine take the gpu, and models/nn/NativeMemory copy what it shares"

        /** [name] if it can be had; else an [IllegalArgumentException] says what that takes. */
        fun device(name: String): String = name.also { require(it == CPU) { ONLY_CPU } }
    }
}
