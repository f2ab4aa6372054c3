package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import hydrangea.models.nn.NativeEngine
import hydrangea.runner.run.useThreads

/** To be said before anything trains: how many threads an operation may take, and why the first time takes longer. */
internal fun CliktCommand.prepareEngine(threads: Int) {
    useThreads(threads)
    if (!NativeEngine.unpacked()) echo("unpacking PyTorch's native libraries (once)", err = true)
}
