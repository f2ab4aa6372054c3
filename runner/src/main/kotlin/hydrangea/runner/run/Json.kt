package hydrangea.runner.run

import com.google.gson.Gson
import com.google.gson.GsonBuilder
import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive

private val GSON: Gson = GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create()

/** Maps, lists, numbers, strings and booleans as indented JSON, which has no NaN: non-finite numbers become strings. */
internal fun json(value: Any?): String = GSON.toJson(element(value)) + "\n"

/** The same on one line. */
internal fun jsonLine(value: Any?): String = element(value).toString()

internal fun element(value: Any?): JsonElement =
    when (value) {
        null -> JsonNull.INSTANCE
        is JsonElement -> value
        is Map<*, *> -> JsonObject().apply { value.forEach { (key, part) -> add(key.toString(), element(part)) } }
        is Iterable<*> -> JsonArray().apply { value.forEach { add(element(it)) } }
        is Double -> if (value.isFinite()) JsonPrimitive(value) else JsonPrimitive(value.toString())
        is Float -> element(value.toDouble())
        is Number -> JsonPrimitive(value)
        is Boolean -> JsonPrimitive(value)
        else -> JsonPrimitive(value.toString())
    }
