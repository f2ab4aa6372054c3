package hydrangea.runner.override

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

private fun parsed(text: String): Any? = plainly(parseOverride(text, Origin.CommandLine).value)

private fun plainly(value: Value): Any? =
    when (value) {
        is Value.Whole -> value.value.toLong()
        is Value.Real -> value.value
        is Value.Truth -> value.value
        is Value.Null -> null
        is Value.Text -> value.value
        is Value.Sequence -> value.items.map(::plainly)
        is Value.Call -> value.name to value.arguments.map { (it.name ?: "") to plainly(it.value) }
        is Value.Dictionary,
        is Sweep -> value
    }

/** What Hydra 1.3 reads in these places, in Kotlin's values. */
private val values =
    listOf(
        "k=1" to 1L,
        "k=-1" to -1L,
        "k=+1" to 1L,
        "k=1_000" to 1000L,
        "k=0" to 0L,
        "k=007" to "007",
        "k=1__0" to "1__0",
        "k=1." to 1.0,
        "k=.5" to 0.5,
        "k=1e5" to 1e5,
        "k=1E-5" to 1e-5,
        "k=1_0.0_1" to 10.01,
        "k=." to ".",
        "k=e5" to "e5",
        "k=-inf" to Double.NEGATIVE_INFINITY,
        "k=INF" to Double.POSITIVE_INFINITY,
        "k=nan" to Double.NaN,
        "k=True" to true,
        "k=false" to false,
        "k=NULL" to null,
        "k=" to "",
        "k= abc " to "abc",
        "k=a b  c" to "a b  c",
        "k=/a/b-c_d.e:f@g%h*" to "/a/b-c_d.e:f@g%h*",
        "k='1'" to "1",
        "k='it\\'s'" to "it's",
        "k=\"it's\"" to "it's",
        "k='a\\b'" to "a\\b",
        "k='a\\\\'" to "a\\",
        "k='a,b=[c]'" to "a,b=[c]",
        "k=a\\,b" to "a,b",
        "k=[]" to emptyList<Any>(),
        "k=[ 1 , 2.0,abc,'x,y', null ]" to listOf(1L, 2.0, "abc", "x,y", null),
        "k=[1,[2,[3]]]" to listOf(1L, listOf(2L, listOf(3L))),
        "k=flow()" to ("flow" to emptyList<Any>()),
        "k=flow(layers=8, hidden=[1])" to ("flow" to listOf("layers" to 8L, "hidden" to listOf(1L))),
        "k=adam(1, schedule=cosine(to=0))" to
            ("adam" to listOf("" to 1L, "schedule" to ("cosine" to listOf("to" to 0L)))),
    )

private val refusals =
    listOf(
        "k" to "no value: write k=VALUE",
        "=3" to "expected a key, such as updates=1000",
        "a..b=3" to "a key is made of names and indices, anything else in quotes, with dots between",
        "a[0]=3" to "an index has a dot before it: a.0",
        "k=[1,2" to "expected , or ]",
        "k=[1,,2]" to "expected a value",
        "k=[1 2" to "expected , or ]",
        "k='abc" to "this quote is not closed",
        "k='a'b" to "expected the end of the value; put text with special characters in quotes",
        "k=a=b" to "expected the end of the value; put text with special characters in quotes",
        "k=)" to "expected a value",
        "k=f(a=1, 2)" to "2 stands after a named argument: name it too",
        "k=f(a=1, a=2)" to "a is given twice",
        "k=a b(1)" to "expected a name before (; put text with special characters in quotes",
    )

class GrammarTest :
    FunSpec({
        values.forEach { (text, value) -> test("$text is read") { parsed(text).toString() shouldBe value.toString() } }
        refusals.forEach { (text, message) ->
            test("$text is refused") {
                shouldThrow<SyntaxError> { parseOverride(text, Origin.CommandLine) }.message shouldBe message
            }
        }
        test("keys have segments, quoted where they contain dots") {
            val key = parseOverride("members.'a.b'.0=1", Origin.CommandLine).key
            key shouldBe Key("members", "a.b", "0")
            key.toString() shouldBe "members.'a.b'.0"
        }
        test("a syntax error shows its place, and other overrides are still checked") {
            problems(::plain, "actor.hidden=[1,2", "batch=0") shouldContainExactly
                listOf(
                    "actor.hidden=[1,2: expected , or ]\n  actor.hidden=[1,2\n                   ^",
                    "batch=0: batch must be at least 1, was 0 (int, now 256)",
                )
        }
    })
