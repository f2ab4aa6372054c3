package hydrangea.runner.film

import hydrangea.runner.UsageError
import java.awt.AWTError
import java.awt.Dimension
import java.awt.Graphics
import java.awt.GraphicsEnvironment
import java.awt.event.WindowAdapter
import java.awt.event.WindowEvent
import java.awt.image.BufferedImage
import java.lang.reflect.InvocationTargetException
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit.NANOSECONDS
import javax.swing.JComponent
import javax.swing.JFrame
import javax.swing.SwingUtilities

/** A window in which episodes are played, over and over, until it is closed. */
internal class Window(private val title: String, private val reel: Reel) {
    private val closed = CountDownLatch(1)
    private val picture by lazy(::Picture)
    @Volatile private var shown: BufferedImage? = null

    /** Returns when the window is closed; a [UsageError] where there is no display. */
    fun play() {
        open()
        while (true) for (shot in reel.shots) if (show(shot)) return
    }

    private fun open() =
        try {
            SwingUtilities.invokeAndWait(::frame)
        } catch (e: InvocationTargetException) {
            throw UsageError("$NO_DISPLAY (${e.targetException.message})")
        } catch (e: AWTError) {
            throw UsageError("$NO_DISPLAY (${e.message})")
        } catch (e: LinkageError) {
            throw UsageError("$NO_DISPLAY (${e.message})")
        }

    private fun frame() {
        JFrame(title).run {
            contentPane = picture
            isResizable = false
            defaultCloseOperation = JFrame.DISPOSE_ON_CLOSE
            addWindowListener(
                object : WindowAdapter() {
                    override fun windowClosed(e: WindowEvent) = closed.countDown()
                }
            )
            pack()
            setLocationRelativeTo(null)
            isVisible = true
        }
    }

    /** Whether the window was closed meanwhile. */
    private fun show(shot: Shot): Boolean {
        val until = System.nanoTime() + shot.hundredths * NANOSECONDS_EACH
        shown = shot.picture()
        picture.repaint()
        return closed.await(until - System.nanoTime(), NANOSECONDS)
    }

    private inner class Picture : JComponent() {
        init {
            preferredSize = Dimension(reel.width, reel.height)
        }

        override fun paintComponent(graphics: Graphics) {
            graphics.drawImage(shown, 0, 0, null)
        }
    }

    companion object {
        /** Pictures a second. */
        const val MOST = 60

        /**
         * To be said before there is so much as a colour: the launcher says that there is no display, so that plots
         * never look for one, and Java asks once. A [UsageError] where there is none indeed.
         */
        fun lookForDisplay() {
            System.clearProperty(HEADLESS)
            if (GraphicsEnvironment.isHeadless()) throw UsageError(NO_DISPLAY)
        }

        private const val HEADLESS = "java.awt.headless"
        private const val NANOSECONDS_EACH = 10_000_000L
        private const val NO_DISPLAY =
            "there is no display for a window here, or none for this Java: leave --window out for a GIF"
    }
}
