package hydrangea.runner.script

import java.nio.ByteBuffer
import java.security.MessageDigest
import java.util.HexFormat

/** SHA-256 over a sequence of parts, each with its length: what is between two parts cannot move unnoticed. */
internal class Digest {
    private val sha = MessageDigest.getInstance("SHA-256")

    fun add(part: String): Digest = add(part.toByteArray())

    fun add(part: ByteArray): Digest = apply {
        sha.update(ByteBuffer.allocate(Int.SIZE_BYTES).putInt(part.size).flip())
        sha.update(part)
    }

    fun hex(): String = HexFormat.of().formatHex(sha.digest())
}
