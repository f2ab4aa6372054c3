package hydrangea.runner.script

/** Turns a script and its imports into classes, or says what is wrong with them. */
internal fun interface Compiler {
    fun compile(script: Script): Outcome
}

/** What the compiler says about a script. */
internal sealed interface Outcome

/** It does not compile, or the compiler [crashed] over it. */
internal class Refused(val errors: List<Diagnostic>, val crashed: Boolean = false) : Outcome

/**
 * It does.
 *
 * @property names the class of each script, in the order of [Script.all]
 * @property classes class files by their paths
 */
internal class Compilation(
    val names: List<String>,
    val classes: Map<String, ByteArray>,
    val warnings: List<Diagnostic>,
) : Outcome
