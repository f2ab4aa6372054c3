package hydrangea.runner.run

import hydrangea.runner.plot.png
import java.awt.GraphicsEnvironment
import java.nio.file.Path
import kotlin.io.path.createDirectories

/**
 * Keeps pictures in [folder]: as SVG, and as PNG too where there is a font to write with; where not, [tell] says so.
 */
internal class PlotFolder(private val folder: Path, private val tell: (String) -> Unit) {
    private val fonts by lazy(::findFonts)

    /** What a file name cannot hold, or a shell would ask about, is a dash in it. */
    fun keep(name: String, svg: String) {
        val file = name.replace(Regex("[^A-Za-z0-9._-]+"), "-")
        folder.createDirectories()
        replace(folder.resolve("$file.svg"), svg)
        if (fonts) replace(folder.resolve("$file.png"), png(svg))
    }

    private fun findFonts(): Boolean {
        val found = runCatching { GraphicsEnvironment.getLocalGraphicsEnvironment().allFonts.isNotEmpty() }
        if (found.getOrDefault(false)) return true
        tell("plots are SVG only: PNG needs a font (packages fontconfig and fonts-dejavu-core)")
        return false
    }
}
