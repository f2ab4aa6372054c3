package hydrangea.runner.film

import java.awt.Rectangle
import java.awt.image.BufferedImage
import java.awt.image.DataBufferByte
import java.io.OutputStream
import javax.imageio.IIOImage
import javax.imageio.ImageIO
import javax.imageio.ImageTypeSpecifier
import javax.imageio.ImageWriter
import javax.imageio.metadata.IIOMetadata
import javax.imageio.metadata.IIOMetadataNode
import javax.imageio.stream.MemoryCacheImageOutputStream

/**
 * An animated GIF that goes on for ever. All pictures share one palette; of each but the first only the rectangle is
 * kept that differs from the one before, and in it only the pixels that do.
 *
 * Source: Graphics Interchange Format, version 89a; the extension NETSCAPE2.0 says that it goes on.
 */
internal class Gif(private val reel: Reel) {
    private val palette = Palette.of(reel.pictures)
    private val type = ImageTypeSpecifier(palette.model, palette.model.createCompatibleSampleModel(1, 1))

    fun write(out: OutputStream) {
        val writer = ImageIO.getImageWritersByFormatName("gif").next()
        MemoryCacheImageOutputStream(out).use { stream ->
            writer.output = stream
            writer.prepareWriteSequence(screen(writer))
            var before: ByteArray? = null
            for (shot in reel.shots) {
                val now = indices(shot.picture())
                writer.writeToSequence(image(writer, now, before, shot.hundredths), null)
                stream.flushBefore(stream.streamPosition)
                before = now
            }
            writer.endWriteSequence()
        }
        writer.dispose()
    }

    /** Most pixels are as the one before: there the palette need not be asked. */
    private fun indices(picture: BufferedImage): ByteArray {
        val pixels = pixels(picture)
        var index = Palette.UNCHANGED
        return ByteArray(pixels.size) { i ->
            if (i == 0 || pixels[i] != pixels[i - 1]) index = palette.index(pixels[i])
            index
        }
    }

    private fun image(writer: ImageWriter, now: ByteArray, before: ByteArray?, hundredths: Int): IIOImage {
        val place = if (before == null) Rectangle(reel.width, reel.height) else difference(now, before)
        val image = BufferedImage(place.width, place.height, BufferedImage.TYPE_BYTE_INDEXED, palette.model)
        val into = (image.raster.dataBuffer as DataBufferByte).data
        for (i in into.indices) {
            val at = (place.y + i / place.width) * reel.width + place.x + i % place.width
            into[i] = if (now[at] == before?.get(at)) Palette.UNCHANGED else now[at]
        }
        return IIOImage(image, null, about(writer, place, hundredths, first = before == null))
    }

    /** The smallest rectangle outside which nothing has changed; a GIF has none without a pixel. */
    private fun difference(now: ByteArray, before: ByteArray): Rectangle {
        val changed = now.indices.filter { now[it] != before[it] }.ifEmpty { listOf(0) }
        val (left, right) = changed.minOf { it % reel.width } to changed.maxOf { it % reel.width }
        val (top, bottom) = changed.first() / reel.width to changed.last() / reel.width
        return Rectangle(left, top, right - left + 1, bottom - top + 1)
    }

    private fun screen(writer: ImageWriter): IIOMetadata {
        val screen =
            node("LogicalScreenDescriptor", "logicalScreenWidth" to reel.width, "logicalScreenHeight" to reel.height)
        screen.attribute("colorResolution" to 8, "pixelAspectRatio" to 0)
        val table = node("GlobalColorTable", "sizeOfGlobalColorTable" to Palette.SIZE, "backgroundColorIndex" to 0)
        table.attribute("sortFlag" to false)
        for (i in 0 until Palette.SIZE) {
            val (red, green, blue) = palette.colour(i).let { listOf(it shr 16, it shr 8 and 0xff, it and 0xff) }
            table.appendChild(node("ColorTableEntry", "index" to i, "red" to red, "green" to green, "blue" to blue))
        }
        return writer.getDefaultStreamMetadata(null).with(screen, table)
    }

    private fun about(writer: ImageWriter, place: Rectangle, hundredths: Int, first: Boolean): IIOMetadata {
        val descriptor = node("ImageDescriptor", "imageLeftPosition" to place.x, "imageTopPosition" to place.y)
        descriptor.attribute("imageWidth" to place.width, "imageHeight" to place.height, "interlaceFlag" to false)
        val control = node("GraphicControlExtension", "disposalMethod" to "doNotDispose", "userInputFlag" to false)
        control.attribute("transparentColorFlag" to true, "transparentColorIndex" to Palette.SIZE - 1)
        control.attribute("delayTime" to hundredths)
        val extensions = IIOMetadataNode("ApplicationExtensions")
        val forEver = node("ApplicationExtension", "applicationID" to "NETSCAPE", "authenticationCode" to "2.0")
        forEver.userObject = byteArrayOf(1, 0, 0)
        extensions.appendChild(forEver)
        val parts = listOf(descriptor, control) + if (first) listOf(extensions) else emptyList()
        return writer.getDefaultImageMetadata(type, null).with(*parts.toTypedArray())
    }

    private fun IIOMetadata.with(vararg parts: IIOMetadataNode): IIOMetadata = apply {
        val root = IIOMetadataNode(nativeMetadataFormatName)
        parts.forEach(root::appendChild)
        setFromTree(nativeMetadataFormatName, root)
    }

    private fun node(name: String, vararg attributes: Pair<String, Any>) =
        IIOMetadataNode(name).apply { attribute(*attributes) }

    private fun IIOMetadataNode.attribute(vararg attributes: Pair<String, Any>) =
        attributes.forEach { (name, value) ->
            setAttribute(name, if (value is Boolean) "$value".uppercase() else "$value")
        }

    companion object {
        /** Pictures a second: what viewers show as it is said, and files that are not too large. */
        const val MOST = 30
    }
}
