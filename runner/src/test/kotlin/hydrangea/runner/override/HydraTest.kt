package hydrangea.runner.override

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import hydrangea.runner.run.jsonLine
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeAtLeast
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe

/** What Hydra 1.3.2 made of many texts: `hydra_readings.py` says how it was recorded. */
private val RECORDED: Map<String, JsonObject> =
    HydraTest::class
        .java
        .getResource("hydra.jsonl")!!
        .readText()
        .lines()
        .filter { it.isNotEmpty() }
        .map { JsonParser.parseString(it).asJsonObject }
        .associateBy { it["text"].asString }

/** Where we differ on purpose, and why. */
private val DIFFERENT =
    mapOf(
        "k=flow(layers=8)" to "an entry of the catalogue can be called",
        "k=[modes(every=5),wasserstein]" to "inside a list too",
        "a+=[1]" to "a list can be appended to",
        "a+=1" to "that 1 is no list is said once it is known that a is one",
        "'a'=1" to "a member of a study may have any name",
        "σ=1" to "a script may declare any name",
        "=3" to "an experiment cannot be said as a whole",
        "k=json_str(1)" to "it is of Hydra 1.4",
        "k=json_str({a:[1,true,null]})" to "it is of Hydra 1.4",
        "k=\${a.\${b}}" to "an interpolation inside another needs no quotes",
        "k=choice(null,1)" to "null is a value like any other, as it is in null,1",
        "k=range(1,5,0)" to "Hydra finds out only when it sweeps",
        "k=shuffle()" to "a sweep over nothing is a mistake",
        "k={a:1,a:2}" to "the first would be lost without a word",
        "k=[choice(a,b)]" to "Hydra takes it and fails when it runs",
        "k={a:range(3)}" to "Hydra takes it and fails when it runs",
        "k=a,choice(b,c)" to "Hydra takes it and fails when it runs",
        "k=int(tag(a,choice(1.5,2)))" to "Hydra loses the tag",
        "k=sort(['b','a'])" to "Hydra cannot compare quoted texts in a list",
        "k=sort(range(10,1,-4))" to "Hydra 1.3 sorts 10, 6, 2 to 5, 9, 13; as Hydra 1.4 we go from 2 to 10",
    )

private fun ours(text: String): JsonObject =
    JsonParser.parseString(jsonLine(explanationJson(read(text, catalogue)))).asJsonObject

/** What was refused has a message for its own users. */
private fun comparable(reading: JsonObject): JsonObject =
    if (!reading.has("refused")) reading else reading.deepCopy().apply { addProperty("refused", "") }

class HydraTest :
    FunSpec({
        RECORDED.filterKeys { it !in DIFFERENT }
            .forEach { (text, hydra) ->
                test("<$text> is read as by Hydra") { comparable(ours(text)) shouldBe comparable(hydra) }
            }
        DIFFERENT.forEach { (text, why) ->
            test("<$text> is read otherwise: $why") {
                comparable(ours(text)) shouldNotBe comparable(RECORDED.getValue(text))
            }
        }
        test("Hydra's record has many texts that it accepts, and many that it refuses") {
            val (refused, accepted) = RECORDED.values.partition { it.has("refused") }
            withClue("accepted") { accepted.size shouldBeAtLeast 60 }
            withClue("refused") { refused.size shouldBeAtLeast 60 }
        }
    })
