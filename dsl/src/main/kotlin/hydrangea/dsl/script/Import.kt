package hydrangea.dsl.script

/**
 * Makes what other scripts declare (values, parameters, functions, classes) visible in this one:
 * `@file:Import("base.exp.kts")`, before everything but comments.
 *
 * A path is relative to the importing script and written in plain quotes. Imports of imports are visible too; a script
 * that several others import is evaluated once. A name that the script declares itself hides the imported one.
 */
@Target(AnnotationTarget.FILE)
@Retention(AnnotationRetention.SOURCE)
@Repeatable
annotation class Import(vararg val paths: String)
