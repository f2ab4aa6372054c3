package hydrangea.runner.sweep

import hydrangea.models.training.Sweep
import hydrangea.runner.UsageError
import org.apache.commons.jexl3.JexlBuilder
import org.apache.commons.jexl3.JexlContext
import org.apache.commons.jexl3.JexlException
import org.apache.commons.jexl3.JexlFeatures
import org.apache.commons.jexl3.introspection.JexlPermissions
import org.apache.commons.jexl3.introspection.JexlSandbox

/**
 * A condition as text, over keys of a job: `actor != "gaussian" or seed < 3`. It can compare, calculate and combine,
 * and reach nothing else: no method, no class, no assignment.
 */
internal class Expression(private val text: String) : Sweep.Condition {
    private val script =
        try {
            ENGINE.createExpression(flat(text))
        } catch (e: JexlException) {
            throw refused(e)
        }

    override fun holds(point: Sweep.Point): Boolean {
        val value =
            try {
                script.evaluate(Keys(point))
            } catch (e: JexlException) {
                throw (e.cause as? UsageError) ?: refused(e)
            } catch (e: UnknownKey) {
                throw UsageError(pointed("${e.message}", text.indexOf(e.key)))
            }
        return value as? Boolean ?: throw UsageError("--where '$text': comes to neither true nor false")
    }

    private fun refused(e: JexlException): UsageError {
        (e.cause as? UnknownKey)?.let {
            return UsageError(pointed("${it.message}", text.indexOf(it.key)))
        }
        val detail = "${e.detail}".lines().first().replace(DOT, '.')
        val what =
            if (e is JexlException.Parsing) "cannot be read from here on" else "cannot be evaluated here: $detail"
        return UsageError(pointed(what, (e.info?.column ?: 1) - 1))
    }

    private fun pointed(what: String, at: Int) =
        "--where '$text': $what\n  $text\n  ${" ".repeat(at.coerceAtLeast(0))}^"

    /** The keys of a job as variables. */
    private class Keys(private val point: Sweep.Point) : JexlContext {
        override fun get(name: String): Any = point.value(name.replace(DOT, '.'))

        override fun has(name: String) = true

        override fun set(name: String, value: Any?) = throw UnsupportedOperationException("a condition changes nothing")
    }

    private companion object {
        /** Stands for the dot within a key, which would ask an object for a property. It may stand in an identifier. */
        const val DOT = '$'

        val KEY_OR_TEXT = Regex(""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[A-Za-z_]\w*(\.\w+)*""")

        fun flat(text: String) =
            KEY_OR_TEXT.replace(text) {
                it.value.takeIf { word -> word.first() in "\"'" } ?: it.value.replace('.', DOT)
            }

        val ENGINE =
            JexlBuilder()
                .features(JexlFeatures.createNone().comparatorNames(true).structuredLiteral(true))
                .permissions(JexlPermissions.RESTRICTED)
                .sandbox(JexlSandbox(false))
                .strict(true)
                .silent(false)
                .safe(false)
                .create()
    }
}
