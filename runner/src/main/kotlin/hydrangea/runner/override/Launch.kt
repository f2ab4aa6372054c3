package hydrangea.runner.override

import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.util.Locale

/** When and amid what a run or a sweep was started: all its interpolations see the same. */
class Launch(
    internal val environment: (String) -> String? = System::getenv,
    clock: () -> ZonedDateTime = ZonedDateTime::now,
) {
    private val now by lazy(clock)

    /** The time in C's [pattern], as Python's `strftime` writes it. */
    internal fun time(pattern: String): String =
        Regex("%(.?)").replace(pattern) { found ->
            val directive = found.groupValues[1]
            if (directive == "%") "%"
            else {
                val java = DIRECTIVES[directive] ?: throw Refusal("now knows no %$directive, only $KNOWN")
                now.format(DateTimeFormatter.ofPattern(java, Locale.ENGLISH))
            }
        }

    private companion object {
        val DIRECTIVES =
            mapOf(
                "Y" to "yyyy",
                "y" to "yy",
                "m" to "MM",
                "B" to "MMMM",
                "b" to "MMM",
                "d" to "dd",
                "j" to "DDD",
                "A" to "EEEE",
                "a" to "EEE",
                "H" to "HH",
                "I" to "hh",
                "p" to "a",
                "M" to "mm",
                "S" to "ss",
                "f" to "SSSSSS",
                "z" to "xx",
                "Z" to "zzz",
                "F" to "yyyy-MM-dd",
                "T" to "HH:mm:ss",
            )

        val KNOWN = DIRECTIVES.keys.joinToString(" ") { "%$it" }
    }
}
