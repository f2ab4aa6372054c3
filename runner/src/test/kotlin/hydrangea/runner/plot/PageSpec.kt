package hydrangea.runner.plot

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

private fun lines(words: String, room: Int) =
    filled(words.split(" "), room.toDouble()) { it.length.toDouble() }.map { it.joinToString(" ") }

private const val BODY = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"340\" height=\"100\">\n</svg>\n"

class PageSpec :
    FunSpec({
        test("lines are filled in order, and what is too wide has one for itself") {
            lines("aaa bbb cc d", 6) shouldContainExactly listOf("aaa bbb", "cc d")
            lines("a bbbbbbbbb c", 6) shouldContainExactly listOf("a", "bbbbbbbbb", "c")
            filled(listOf<String>(), 6.0) { 1.0 } shouldBe emptyList()
        }

        test("a page grows by a line for each that its caption and its legend need") {
            fun height(caption: String, labels: Int) =
                size(page("title", caption, List(labels) { "label of number $it" to "#000000" }, BODY)).second
            val bare = height("", 0)
            height("one line", 0) shouldBe bare + LINE
            height(List(20) { "word" }.joinToString(" "), 0) shouldBe bare + 3 * LINE
            height("one line", 1) shouldBe bare + 2 * LINE
            height("one line", 2) shouldBe bare + 3 * LINE
        }

        test("the legend names its labels beside a line in their colour") {
            val page = page("title", "", listOf("a < b" to "#123456"), BODY)
            page shouldContain "stroke=\"#123456\""
            page shouldContain ">a &lt; b<"
        }
    })
