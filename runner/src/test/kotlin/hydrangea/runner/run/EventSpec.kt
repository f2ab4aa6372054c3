package hydrangea.runner.run

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.time.Instant

/** Written by PyTorch's SummaryWriter. */
private val torch = EventSpec::class.java.getResourceAsStream("torch.tfevents")!!.use { it.readBytes() }

class EventSpec :
    FunSpec({
        test("the reader of these tests has the checksums of RFC 3720 B.4, masked as TensorBoard masks them") {
            val examples =
                mapOf(
                    ByteArray(32) to 0x8a9136aa,
                    ByteArray(32) { -1 } to 0x62a8ab43,
                    ByteArray(32) { it.toByte() } to 0x46dd794e,
                    ByteArray(32) { (31 - it).toByte() } to 0x113fdb5c,
                )
            for ((bytes, crc) in examples) crc32c(bytes) shouldBe crc.toInt()
            examples.keys.map { masked(crc32c(it)).toUInt() } shouldContainExactly
                listOf(0x0fd7fffau, 0xf909b029u, 0x951f7892u, 0x593b0d57u)
        }

        test("the reader of these tests reads what PyTorch has written, and sees any flipped bit") {
            events(torch) shouldContainExactly
                listOf(
                    events(torch).first().copy(version = "brain.Event:2", step = 0, values = emptyMap()),
                    Seen(1234567890.5, null, 1, mapOf("losses/loss" to 0.1f)),
                    Seen(1234567891.25, null, 300, mapOf("charts/é" to Float.NaN)),
                    Seen(1234567892.0, null, 1L shl 40, mapOf("charts/SPS" to Float.NEGATIVE_INFINITY)),
                    Seen(1234567893.0, null, 0, mapOf("charts/w1" to 0f)),
                )
            for (at in torch.indices) {
                val flipped = torch.copyOf().also { it[at] = (it[at].toInt() xor 4).toByte() }
                shouldThrow<Exception> { events(flipped) }
            }
        }

        test("a row of one value is byte for byte the record that PyTorch writes") {
            val ours =
                Event.scalars(Instant.parse("2009-02-13T23:31:30.5Z"), 1, mapOf("losses/loss" to 0.1)) +
                    Event.scalars(Instant.parse("2009-02-13T23:31:31.25Z"), 300, mapOf("charts/é" to Double.NaN)) +
                    Event.scalars(
                        Instant.parse("2009-02-13T23:31:32Z"),
                        1L shl 40,
                        mapOf("charts/SPS" to Double.NEGATIVE_INFINITY),
                    )
            val version = records(torch).first().size + FRAME
            ours.toList() shouldBe torch.toList().subList(version, version + ours.size)
        }

        test("a row of many values is one record") {
            val values = (1..100).associate { "charts/x$it" to it / 7.0 }
            events(Event.scalars(Instant.EPOCH, 5, values)) shouldContainExactly
                listOf(Seen(0.0, null, 5, values.mapValues { it.value.toFloat() }))
        }

        test("a file begins with its version") {
            events(Event.version(Instant.ofEpochMilli(1500))) shouldContainExactly
                listOf(Seen(1.5, "brain.Event:2", 0, emptyMap()))
        }
    })

/** The length and two checksums. */
private const val FRAME = 16
