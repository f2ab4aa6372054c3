package hydrangea.runner.script

import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe

class HeadTest :
    FunSpec({
        context("the imports of a head") {
            withData(
                nameFn = { it.first.ifEmpty { "nothing" } },
                "" to emptyList(),
                "val x = 3\n@file:Import(\"late\")" to emptyList(),
                "@file:Import(\"a\")" to listOf("a"),
                "#!/usr/bin/env x\n\n@file:Import(\"a\")\n3" to listOf("a"),
                "// @file:Import(\"no\")\n/* /* nested */ @file:Import(\"no\") */ @file:Import(\"a\")" to listOf("a"),
                "@file:Import(\"a\", /* between */ \"b\",)\n@file:Import(\n    \"c\" // last\n)" to
                    listOf("a", "b", "c"),
                "@file : hydrangea.dsl.script.Import (\"a\")" to listOf("a"),
                "@file:[Import(\"a\") Suppress(\"b\") Import(\"c\")] @file:Import(\"d\")" to listOf("a", "c", "d"),
                "@file:Suppress(\"a)\", f(\"(\"))\n@file:OptIn(X::class)\n@file:Import(\"b\")" to listOf("b"),
                "@file:Marker\n@file:Import(\"a\")" to listOf("a"),
                "@file:Import(\"\"\"a b\"\"\", \"c\\\\d\\\"\")" to listOf("a b", "c\\d\""),
                "@file:Import()\nf(\"a\")" to emptyList(),
                "@file:Import(\"unfinished" to listOf(null),
                "@file:Import(\"a\"" to listOf("a"),
                "/* unfinished" to emptyList(),
                "@Import(\"a\") class X" to emptyList(),
            ) { (text, imports) ->
                Head(text).imports.map { it.path } shouldBe imports
            }
        }

        context("an import that is not in plain quotes is found out") {
            withData("\"\$x\"", "NAME", "\"a\" + \"b\"", "paths = [\"a\"]", "*a(\")\")") {
                val imports = Head("@file:Import($it) @file:Import(\"z\")").imports
                imports.map { name -> name.path to name.offset } shouldBe listOf(null to 13, "z" to 28 + it.length)
            }
        }
    })
