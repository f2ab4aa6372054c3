package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import hydrangea.models.nn.NativeEngine
import hydrangea.runner.Project
import hydrangea.runner.Settings
import hydrangea.runner.run.useThreads

/**
 * To be said before anything trains: how many threads an operation may take, and why the first time takes longer.
 *
 * @param device null is the one of the settings; either was refused by now, unless it is the one that there is
 */
internal fun CliktCommand.prepareEngine(threads: Int, device: String? = null) {
    check((device ?: Project.ofThisProcess().settings.device) == Settings.CPU)
    useThreads(threads)
    if (!NativeEngine.unpacked()) echo("unpacking PyTorch's native libraries (once)", err = true)
}
