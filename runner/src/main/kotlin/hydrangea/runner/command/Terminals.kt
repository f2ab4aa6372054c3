package hydrangea.runner.command

import com.github.ajalt.mordant.rendering.Size
import com.github.ajalt.mordant.terminal.StandardTerminalInterface
import com.github.ajalt.mordant.terminal.Terminal

/**
 * The terminal that the launcher describes in `hydrangea.terminal`: its rows and columns, or nothing where there is
 * none.
 *
 * Where the launcher does not say, Mordant looks itself, by JNA: a quarter of the time of `--help`, well spent only
 * where a progress bar has to follow the window.
 */
internal fun launchedTerminal(): Terminal {
    val said = System.getProperty("hydrangea.terminal") ?: return Terminal()
    return Terminal(terminalInterface = Described(said.split(' ').mapNotNull(String::toIntOrNull)))
}

private class Described(private val size: List<Int>) : StandardTerminalInterface() {
    override fun stdoutInteractive() = size.isNotEmpty()

    override fun stdinInteractive() = false

    override fun getTerminalSize() = size.takeIf { it.size == 2 && it.all { n -> n > 0 } }?.let { Size(it[1], it[0]) }

    override fun shouldAutoUpdateSize() = false
}

/** The columns of a window, where the output goes to one. */
internal fun Terminal.width(): Int? = if (terminalInfo.outputInteractive) size.width else null
