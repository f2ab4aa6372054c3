package hydrangea.runner.override

/** Why a value is not of the wanted type, in words for its user. */
internal class Refusal(override val message: String) : Exception()

/** What an exception tells a user. */
internal fun reason(thrown: Throwable): String {
    val cause = generateSequence(thrown) { it.cause }.last()
    val message = cause.message
    val spoken = cause is IllegalArgumentException || cause is IllegalStateException
    return if (spoken && message != null) message
    else listOfNotNull(cause.javaClass.simpleName, message).joinToString(": ")
}
