package hydrangea.runner.override

import hydrangea.runner.run.jsonLine
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun explained(vararg words: String): String {
    val damages = shellDamages(words.toList()) + spreadBraces(words.toList())
    return words
        .mapIndexed { i, word -> explanation(read(word, catalogue), damages.firstOrNull { i in it.words }) }
        .joinToString("\n")
}

private fun json(text: String) = jsonLine(explanationJson(read(text, catalogue)))

class ExplanationTest :
    FunSpec({
        test("an override is explained by its kind, key, value and type, and how to type it") {
            explained("actor.hidden=[8,2.5]", "~members.a", "measure+=[modes]", "actor=flow(layers=8)") shouldBe
                """
                |actor.hidden=[8,2.5]
                |  kind     changes what is there
                |  key      actor.hidden
                |  value    [8,2.5]
                |  type     list of int and float
                |  shell    quote it: 'actor.hidden=[8,2.5]'
                |~members.a
                |  kind     removes from a list or a map
                |  key      members.a
                |  shell    quote it: '~members.a'
                |measure+=[modes]
                |  kind     appends to a list
                |  key      measure
                |  value    [modes]
                |  type     list of text
                |  shell    quote it: 'measure+=[modes]'
                |actor=flow(layers=8)
                |  kind     changes what is there
                |  key      actor
                |  value    flow(layers=8)
                |  type     call of the catalogue's flow
                |  shell    quote it: 'actor=flow(layers=8)'"""
                    .trimMargin()
        }
        listOf(
                "k=5" to "int",
                "k=5.0" to "float",
                "k=TRUE" to "boolean",
                "k=null" to "null",
                "k=a b" to "text",
                "k='5'" to "quoted text",
                "k=\${a.b}" to "text with an interpolation",
                "k=[]" to "list of nothing",
                "k={a: 1, b: 2}" to "dictionary, for the components a, b",
                "k=1,2.5" to "sweep over 2 values, int and float, with -m",
                "k=shuffle(a,b)" to "sweep over 2 values, text, shuffled, with -m",
                "k=range(1,9,2)" to "sweep from 1 to 9, which is left out, by 2, with -m",
                "k=tag(log,interval(1,9))" to "random search from 1.0 to 9.0, with -m, tagged log",
                "k=glob(a*)" to "sweep over the entries called so, with -m",
            )
            .forEach { (text, type) ->
                test("$text is a $type") { explained(text).lines().single { "  type " in it }.drop(11) shouldBe type }
            }
        test("a refusal shows its place, and what the shell has done") {
            explained("k=[1,", "2]") shouldBe
                """
                |k=[1,
                |  refused  expected a value
                |           k=[1,
                |                ^
                |  shell    a shell splits at blanks: write 'k=[1, 2]'
                |2]
                |  refused  a key begins with a name, such as measure.2
                |           2]
                |           ^
                |  shell    a shell splits at blanks: write 'k=[1, 2]'"""
                    .trimMargin()
        }
        test("what Hydra reads and an experiment does not know is said") {
            explained("actor@policy=flow").lines().last() shouldBe
                "  but      a component has one place, whose type says what fits: write policy=flow"
        }
        test("an empty value and braces that are gone are pointed out") {
            explained("k=").lines().last() shouldBe
                "  shell    the value is empty: a shell replaces \$NAME and \${...} outside of single quotes"
            explained("k=1", "k=2").lines().last() shouldBe
                "  shell    if you typed k={1,2}, the shell made 2 words of it: " +
                    "write 'k=[1,2]' for a list, or -m k=1,2 for a sweep"
        }
        test("tools get an object for each text") {
            json("a.b=1") shouldBe """{"text":"a.b=1","type":"CHANGE","key":"a.b","value":1}"""
            json("+a=x") shouldBe """{"text":"+a=x","type":"ADD","key":"a","value":"x"}"""
            json("++a='x'") shouldBe """{"text":"++a='x'","type":"FORCE_ADD","key":"a","value":{"quoted":"x"}}"""
            json("~a") shouldBe """{"text":"~a","type":"DEL","key":"a","value":null}"""
            json("a+=[1]") shouldBe """{"text":"a+=[1]","type":"ADD","key":"a","value":[1],"append":true}"""
            json("a=[") shouldBe """{"text":"a=[","refused":"expected a value"}"""
        }
        test("a call to what is neither a function nor in the catalogue is refused, wherever it stands") {
            val refused = "fow is neither a function nor in the catalogue; did you mean flow?"
            listOf("a=fow(1)", "a=[fow()]", "a={b: flow(hidden=fow(1))}", "a=1,fow(2)").forEach {
                read(it, catalogue).refused shouldBe refused
            }
        }
    })
