package hydrangea.runner.plot

import hydrangea.models.Matrix
import hydrangea.models.Seeds
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Figure.Chart
import hydrangea.models.figure.Figure.Panels
import hydrangea.models.figure.Layer
import hydrangea.models.figure.Layer.Role
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.awt.Color
import java.awt.image.BufferedImage
import java.io.ByteArrayInputStream
import javax.imageio.ImageIO
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.math.exp
import org.w3c.dom.Document
import org.w3c.dom.Element

private val WINDOW = Bounds.Window(-1.0, 1.0, -1.0, 1.0)

/** One peak at (.5, .5), two levels. */
private fun target(): Layer {
    val size = 41
    val values = Matrix(size, size)
    for (i in 0 until size) for (j in 0 until size) {
        val (x, y) = Pair(-1 + 2.0 * j / (size - 1), -1 + 2.0 * i / (size - 1))
        values.data[i * size + j] = exp(-((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5)) / (2 * 0.04))
    }
    return Layer.Contours("target", Role.TARGET, WINDOW, values, listOf(0.2, 0.6))
}

/** Inside the window, left half only. */
private fun samples(n: Int): Layer {
    val points = Seeds(1).uniform(n, 2)
    for (i in points.data.indices) points.data[i] =
        if (i % 2 == 0) -0.9 * points.data[i] else 1.8 * points.data[i] - 0.9
    return Layer.Points("policy", Role.SAMPLES, points)
}

private fun window(title: String, vararg layers: Layer) = Chart(title, "action 1", "action 2", WINDOW, layers.toList())

private fun parsed(svg: String): Document =
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ByteArrayInputStream(svg.toByteArray()))

private fun Document.paths() = elements("path")

private fun Document.rects() = elements("rect")

private fun Document.elements(tag: String): List<Element> =
    getElementsByTagName(tag).let { list -> List(list.length) { list.item(it) as Element } }

private fun dots(svg: String) =
    parsed(svg)
        .paths()
        .filter { it.getAttribute("class") == "points" }
        .sumOf { it.getAttribute("d").count('M'::equals) }

/** The full red and the pale one of the lower of two levels. */
private val REDS = listOf("#c62828", shade("#c62828", 0, 2)).map { with(Color.decode(it)) { "rgb($red,$green,$blue)" } }

private fun reds(svg: String) = parsed(svg).paths().count { it.getAttribute("stroke") in REDS }

private fun texts(svg: String): List<String> =
    parsed(svg).getElementsByTagName("text").let { list -> List(list.length) { list.item(it).textContent.trim() } }

private fun image(figure: Figure): BufferedImage = ImageIO.read(ByteArrayInputStream(png(svg(figure))))

private fun BufferedImage.count(like: (Int) -> Boolean) =
    getRGB(0, 0, width, height, null, 0, width).count { like(it and 0xffffff) }

private const val WHITE = 0xffffff

/** A fifth of the first colour of the palette on white. */
private const val PALE_BLUE = 0xd0e0f2

private fun bluish(rgb: Int) = (rgb and 0xff) > (rgb shr 16) + 40

private fun reddish(rgb: Int) = (rgb shr 16) > (rgb and 0xff) + 40

class DrawingSpec :
    FunSpec({
        test("a chart has a dot for every sample and a line for every level") {
            val svg = svg(window("one", target(), samples(2_000)))
            dots(svg) shouldBe 2_000
            reds(svg) shouldBe 2
            texts(svg) shouldContain "red: target, blue: policy"
            svg.length shouldBeLessThan 100_000
        }

        test("panels have a title each, all the dots, and stay small") {
            val charts = List(10) { window("panel $it", target(), samples(2_000)) }
            val svg = svg(Panels("Over <training> & after", 5, charts))
            dots(svg) shouldBe 20_000
            reds(svg) shouldBe 20
            texts(svg) shouldContainAll List(10) { "panel $it" } + "Over <training> & after"
            svg.length shouldBeLessThan 700_000
        }

        test("panels of one window are of one size and stand on a grid") {
            val svg = svg(Panels("grid", 3, List(6) { window("p$it", samples(30)) }))
            val frames = parsed(svg).rects().filter { it.getAttribute("stroke") == "rgb(189,189,189)" }
            frames shouldHaveSize 6
            frames.map { it.getAttribute("width") to it.getAttribute("height") }.toSet() shouldHaveSize 1
        }

        test("the picture shows red contours and blue samples on white, where they belong") {
            val picture = image(window("one", target(), samples(500)))
            picture.width shouldBe 920
            picture.count(::reddish) shouldBeGreaterThan 300
            picture.count(::bluish) shouldBeGreaterThan 300
            picture.count { it == WHITE } shouldBeGreaterThan picture.width * picture.height / 2
            val right = picture.getSubimage(picture.width / 2 + 40, 0, picture.width / 2 - 40, picture.height)
            right.count(::bluish) shouldBe 0
            val left = picture.getSubimage(0, 0, picture.width / 2 - 40, picture.height)
            left.count(::reddish) shouldBe 0
        }

        test("curves have a legend only where there are several") {
            fun curve(label: String) = Layer.Curve(label, Matrix(2, 2, doubleArrayOf(0.0, 1.0, 10.0, 0.1)))
            fun words(vararg layers: Layer) =
                texts(svg(Chart("loss", "update", "value", Bounds.FitLogY(), layers.toList())))
            words(curve("alone")) shouldNotContain "alone"
            words(curve("one"), curve("two")) shouldContainAll listOf("one", "two")
        }

        test("a band is pale and of the colour of its curve, and the legend has one entry for both") {
            val band = Layer.Band("a", Matrix(2, 3, doubleArrayOf(0.0, 1.0, 3.0, 1.0, 2.0, 4.0)))
            fun curve(label: String, y: Double) = Layer.Curve(label, Matrix(2, 2, doubleArrayOf(0.0, y, 1.0, y)))
            val svg = svg(Chart("t", "x", "y", Bounds.Fit(), listOf(band, curve("a", 2.0), curve("b", 0.5))))
            val pale = parsed(svg).paths().filter { it.getAttribute("fill-opacity") == "0.2" }
            pale.map { it.getAttribute("fill") } shouldBe listOf("rgb(21,101,192)")
            texts(svg).count { it == "a" } shouldBe 1
            val picture = image(Chart("t", "x", "y", Bounds.Fit(), listOf(band)))
            picture.count { it == PALE_BLUE } shouldBeGreaterThan 100_000
        }

        test("a label has one colour in all panels, and one entry in their legend") {
            fun curve(label: String) = Layer.Curve(label, Matrix(2, 2, doubleArrayOf(0.0, 1.0, 1.0, 2.0)))
            fun chart(vararg labels: String) = Chart("t", "x", "y", Bounds.Fit(), labels.map(::curve))
            val svg = svg(Panels("p", "what it is", 2, listOf(chart("a", "b"), chart("b"))))
            texts(svg) shouldContain "what it is"
            listOf("a", "b").map { label -> texts(svg).count { it == label } } shouldBe listOf(1, 1)
            val strokes = parsed(svg).paths().map { it.getAttribute("stroke") }
            strokes.count { it == "rgb(21,101,192)" } shouldBe 1
            strokes.count { it == "rgb(224,123,0)" } shouldBe 2
        }

        test("a thinned band keeps what is lowest and what is highest") {
            val rows = Matrix(10_000, 3, DoubleArray(30_000) { if (it % 3 == 0) it / 3.0 else (it % 3).toDouble() })
            rows.data[3 * 5_000 + 1] = -7.0
            rows.data[3 * 7_000 + 2] = 9.0
            val kept = thinned(rows)
            kept.rows shouldBeLessThan 1_001
            (0 until kept.rows).minOf { kept.at(it, 1) } shouldBe -7.0
            (0 until kept.rows).maxOf { kept.at(it, 2) } shouldBe 9.0
        }

        test("curves draw, values that a logarithm cannot show are left out") {
            val points = Matrix(4, 2, doubleArrayOf(0.0, 1.0, 1.0, 0.0, 2.0, -1.0, 3.0, 0.1))
            val picture = image(Chart("loss", "update", "value", Bounds.FitLogY(), listOf(Layer.Curve("loss", points))))
            picture.count { it != WHITE } shouldBeGreaterThan 1_000
        }

        test("a curve keeps its distance from a frame with a logarithmic axis") {
            val points = Matrix(3, 2, doubleArrayOf(0.0, 1000.0, 1.0, 10.0, 2.0, 0.1))
            val svg = svg(Chart("loss", "x", "y", Bounds.FitLogY(), listOf(Layer.Curve("loss", points))))
            val frame = parsed(svg).rects().single { it.getAttribute("stroke") == "rgb(189,189,189)" }
            val line = parsed(svg).paths().single { it.getAttribute("stroke") == "rgb(21,101,192)" }.getAttribute("d")
            val ends = Regex("""[ML]\S+ (\S+)""").findAll(line).map { it.groupValues[1].toDouble() }.toList()
            val height = frame.getAttribute("height").toDouble()
            ends.max() - ends.min() shouldBe (height / 1.1 plusOrMinus 2.0)
        }

        test("on two logarithmic axes a power law is a straight line, a decade as long anywhere") {
            val points = Matrix(3, 2, doubleArrayOf(1e2, 0.3, 1e3, 0.03, 1e4, 0.003))
            val svg = svg(Chart("error", "n", "y", Bounds.FitLogLog(), listOf(Layer.Curve("error", points))))
            val line = parsed(svg).paths().single { it.getAttribute("stroke") == "rgb(21,101,192)" }.getAttribute("d")
            val at =
                Regex("""[ML](\S+) (\S+)""")
                    .findAll(line)
                    .map { it.groupValues.drop(1).map(String::toDouble) }
                    .distinct()
                    .toList()
            for (axis in 0..1) at[2][axis] - at[1][axis] shouldBe (at[1][axis] - at[0][axis] plusOrMinus 0.2)
            at[2][0] - at[0][0] shouldBeGreaterThan 400.0
            texts(svg) shouldContainAll listOf("100", "1,000", "10,000")
        }

        test("coordinates are rounded, the numbers that a reader sees are not") {
            val points = Matrix(2, 2, doubleArrayOf(0.0, 1.0, 1.0, 0.001))
            val svg = svg(Chart("0.12345", "x", "y", Bounds.FitLogY(), listOf(Layer.Curve("loss", points))))
            texts(svg) shouldContainAll listOf("0.12345", "0.001")
            svg.lines().filter { "<path" in it && Regex("""\d\.\d{3}""") in it }.shouldBeEmpty()
        }

        test("bars stand in groups, one colour a series") {
            val heights = Matrix(2, 2, doubleArrayOf(0.4, 0.6, 0.5, 0.5))
            val chart =
                Chart(
                    "shares",
                    "mode",
                    "share",
                    Bounds.Fit(),
                    listOf(Layer.Bars(listOf("top", "left"), listOf("target", "policy"), heights)),
                )
            texts(svg(chart)) shouldContainAll listOf("top", "left", "target", "policy")
            image(chart).count(::bluish) shouldBeGreaterThan 10_000
        }

        test("bars of many long names have room for all of them") {
            val names = List(9) { "exponential$it" }
            val bars = Layer.Bars(names, listOf("a"), Matrix.filled(9, 1, 0.5))
            texts(svg(Chart("", "member", "", Bounds.Fit(), listOf(bars)))) shouldContainAll names
        }
    })
