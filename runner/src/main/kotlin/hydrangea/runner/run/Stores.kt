package hydrangea.runner.run

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive
import hydrangea.models.Matrix
import hydrangea.models.Saved
import hydrangea.models.Store

/** Takes a state down: arrays, as they are, by their dotted names, everything else in a tree. */
internal class SavingStore
private constructor(private val prefix: String, val arrays: MutableMap<String, Any>, val rest: JsonObject) : Store {
    constructor() : this("", LinkedHashMap(), JsonObject())

    override fun at(name: String): Store {
        val branch = rest[name] as? JsonObject ?: JsonObject().also { keep(name, it) }
        return SavingStore("$prefix$name.", arrays, branch)
    }

    override fun array(name: String, value: FloatArray) = keepArray(name, value)

    override fun array(name: String, value: DoubleArray) = keepArray(name, value)

    override fun matrix(name: String, value: Matrix): Matrix = value.also { keepArray(name, it) }

    override fun number(name: String, value: Long): Long = value.also { keep(name, JsonPrimitive(it)) }

    override fun number(name: String, value: Double): Double = value.also { keep(name, element(it)) }

    override fun text(name: String, value: String): String = value.also { keep(name, JsonPrimitive(it)) }

    private fun keepArray(name: String, value: Any) {
        check(arrays.put(prefix + name, value) == null) { "two arrays are named $prefix$name" }
    }

    private fun keep(name: String, value: JsonElement) {
        check(!rest.has(name)) { "two values are named $prefix$name" }
        rest.add(name, value)
    }
}

/** A digest of the state of [part]: equal for equal states. */
internal fun fingerprint(part: Saved): String {
    val store = SavingStore().also(part::exchange)
    val hashes =
        store.arrays.mapValues { (_, array) ->
            when (array) {
                is FloatArray -> array.contentHashCode()
                is DoubleArray -> array.contentHashCode()
                else -> array.hashCode()
            }
        }
    return sha256("$hashes ${store.rest}")
}

/** Gives a state back that a [SavingStore] took down; what was never asked for does not [finish]. */
internal class RestoringStore
private constructor(
    private val prefix: String,
    private val arrays: Map<String, Any>,
    private val rest: JsonObject,
    private val asked: MutableSet<String>,
) : Store {
    constructor(arrays: Map<String, Any>, rest: JsonObject) : this("", arrays, rest, HashSet())

    override fun at(name: String): Store =
        RestoringStore("$prefix$name.", arrays, rest[name] as? JsonObject ?: JsonObject(), asked)

    override fun array(name: String, value: FloatArray) {
        val kept = kept(name) as? FloatArray ?: mismatch(name, "it holds doubles, floats are wanted")
        if (kept.size != value.size) mismatch(name, "it holds ${kept.size} numbers, ${value.size} are wanted")
        kept.copyInto(value)
    }

    override fun array(name: String, value: DoubleArray) {
        val kept = kept(name) as? DoubleArray ?: mismatch(name, "it holds floats, doubles are wanted")
        if (kept.size != value.size) mismatch(name, "it holds ${kept.size} numbers, ${value.size} are wanted")
        kept.copyInto(value)
    }

    override fun matrix(name: String, value: Matrix): Matrix =
        kept(name) as? Matrix ?: mismatch(name, "it holds no matrix, one is wanted")

    override fun number(name: String, value: Long): Long = primitive(name).asLong

    override fun number(name: String, value: Double): Double = primitive(name).asDouble

    override fun text(name: String, value: String): String = primitive(name).asString

    /** @throws UnfitCheckpoint if something was kept that nobody asked for */
    fun finish() {
        val left = left()
        if (left.isNotEmpty()) throw UnfitCheckpoint("this experiment has no ${left.joinToString()}")
    }

    private fun left(): List<String> = (arrays.keys + leaves(rest, prefix)).filter { it !in asked }

    private fun kept(name: String): Any {
        asked += prefix + name
        return arrays[prefix + name] ?: mismatch(name, "it is missing")
    }

    private fun primitive(name: String): JsonPrimitive {
        asked += prefix + name
        return rest[name] as? JsonPrimitive ?: mismatch(name, "it is missing")
    }

    private fun mismatch(name: String, why: String): Nothing =
        throw UnfitCheckpoint("$prefix$name does not fit this experiment: $why")

    private fun leaves(branch: JsonObject, prefix: String): List<String> =
        branch.asMap().flatMap { (name, value) ->
            if (value is JsonObject) leaves(value, "$prefix$name.") else listOf(prefix + name)
        }
}
