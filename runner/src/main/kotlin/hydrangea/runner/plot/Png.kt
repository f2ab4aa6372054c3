package hydrangea.runner.plot

import java.io.ByteArrayOutputStream
import java.io.StringReader
import org.apache.batik.transcoder.TranscoderInput
import org.apache.batik.transcoder.TranscoderOutput
import org.apache.batik.transcoder.image.ImageTranscoder
import org.apache.batik.transcoder.image.PNGTranscoder

/** [svg] as a PNG picture, [scale] pixels for each of its units. */
fun png(svg: String, scale: Float = 2f): ByteArray {
    val bytes = ByteArrayOutputStream()
    val transcoder = PNGTranscoder()
    val (width, height) = size(svg)
    transcoder.addTranscodingHint(ImageTranscoder.KEY_WIDTH, width * scale)
    transcoder.addTranscodingHint(ImageTranscoder.KEY_HEIGHT, height * scale)
    transcoder.transcode(TranscoderInput(StringReader(svg)), TranscoderOutput(bytes))
    return bytes.toByteArray()
}
