package hydrangea.runner.run

import io.kotest.common.ExperimentalKotest
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.PropTestConfig
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll

private val AWKWARD = listOf("", "a", ",", "\"", "\"\"", "a,b", "say \"hi\", you", " blank ", "[1,2]", "ß,\"")

@OptIn(ExperimentalKotest::class) // for the fixed seed
class CsvSpec :
    FunSpec({
        test("cells are quoted where a comma or a quote would be misread, and only there") {
            csvLine(listOf("a", "", "b c", "d,e", "say \"hi\"", "two\nlines")) shouldBe
                "a,,b c,\"d,e\",\"say \"\"hi\"\"\",two lines\n"
        }

        test("a line falls into its cells, the empty ones too") {
            csvCells("") shouldBe listOf("")
            csvCells(",") shouldBe listOf("", "")
            csvCells("a,,b,") shouldBe listOf("a", "", "b", "")
            csvCells("\"a,\"\"b\"\"\",c") shouldBe listOf("a,\"b\"", "c")
            csvCells("\"\",\"\"\"\"") shouldBe listOf("", "\"")
        }

        test("what is written is read") {
            val cells = Arb.list(Arb.element(AWKWARD), 1..6)
            checkAll(PropTestConfig(seed = 1), cells) { csvCells(csvLine(it).removeSuffix("\n")) shouldBe it }
            val any = Arb.list(Arb.string(0..8), 1..4)
            checkAll(PropTestConfig(seed = 2), any) { csvCells(csvLine(it).removeSuffix("\n")) shouldBe it }
        }
    })
