package hydrangea.experiments

import java.awt.image.BufferedImage
import java.nio.file.Path
import javax.imageio.ImageIO
import javax.imageio.ImageReader
import javax.imageio.metadata.IIOMetadataNode

/** What a viewer makes of an animated GIF: its pictures one over the other, and how long each stays. */
class Animation(file: Path) {
    val pictures = mutableListOf<BufferedImage>()
    val hundredths = mutableListOf<Int>()
    val forEver: Boolean

    init {
        val reader = ImageIO.getImageReadersByFormatName("gif").next()
        ImageIO.createImageInputStream(file.toFile()).use { stream ->
            reader.input = stream
            for (i in 0 until reader.getNumImages(true)) {
                val about = about(reader, i)
                val place = attributes(about, "ImageDescriptor")
                val whole =
                    pictures.lastOrNull()?.let(::copy) ?: BufferedImage(reader.getWidth(0), reader.getHeight(0), RGB)
                whole
                    .createGraphics()
                    .drawImage(reader.read(i), place("imageLeftPosition"), place("imageTopPosition"), null)
                pictures += whole
                hundredths += attributes(about, "GraphicControlExtension")("delayTime")
            }
            val extension = about(reader, 0).getElementsByTagName("ApplicationExtension").item(0) as IIOMetadataNode
            forEver =
                extension.getAttribute("applicationID") == "NETSCAPE" &&
                    (extension.userObject as ByteArray).toList() == listOf<Byte>(1, 0, 0)
        }
    }

    private fun about(reader: ImageReader, index: Int) =
        reader.getImageMetadata(index).run { getAsTree(nativeMetadataFormatName) as IIOMetadataNode }

    private fun attributes(about: IIOMetadataNode, name: String): (String) -> Int {
        val node = about.getElementsByTagName(name).item(0) as IIOMetadataNode
        return { node.getAttribute(it).toInt() }
    }

    private fun copy(picture: BufferedImage) =
        BufferedImage(picture.width, picture.height, RGB).apply { createGraphics().drawImage(picture, 0, 0, null) }

    private companion object {
        const val RGB = BufferedImage.TYPE_INT_RGB
    }
}

/** The greatest difference of a channel between two pictures of one size. */
fun difference(one: BufferedImage, other: BufferedImage): Int {
    var most = 0
    for (y in 0 until one.height) for (x in 0 until one.width) {
        val (a, b) = one.getRGB(x, y) to other.getRGB(x, y)
        for (shift in listOf(16, 8, 0)) most = maxOf(most, Math.abs((a shr shift and 0xff) - (b shr shift and 0xff)))
    }
    return most
}
