package hydrangea.runner.script

import hydrangea.dsl.script.Import
import kotlin.script.experimental.api.CompiledScript as Compiled
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.ScriptCollectedData
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.ScriptConfigurationRefinementContext
import kotlin.script.experimental.api.ScriptDiagnostic
import kotlin.script.experimental.api.SourceCode
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.baseClass
import kotlin.script.experimental.api.collectedAnnotations
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.api.fileExtension
import kotlin.script.experimental.api.importScripts
import kotlin.script.experimental.api.makeFailureResult
import kotlin.script.experimental.api.refineConfiguration
import kotlin.script.experimental.api.valueOrNull
import kotlin.script.experimental.host.ScriptingHostConfiguration
import kotlin.script.experimental.jvm.baseClassLoader
import kotlin.script.experimental.jvm.defaultJvmScriptingHostConfiguration
import kotlin.script.experimental.jvm.impl.KJvmCompiledModuleInMemory
import kotlin.script.experimental.jvm.impl.KJvmCompiledScript
import kotlin.script.experimental.jvm.jvm
import kotlin.script.experimental.jvm.jvmTarget
import kotlin.script.experimental.jvm.updateClasspath
import org.jetbrains.kotlin.scripting.compiler.plugin.impl.ScriptJvmK2CompilerIsolated

/**
 * The Kotlin compiler, by an internal interface of version 2.4.21; nothing else in this project touches a class of it,
 * so that a process whose scripts are all cached never loads one.
 */
internal class K2(private val defaultImports: List<String>, private val classPath: ClassPath) : Compiler {
    override fun compile(script: Script): Outcome {
        val outcome = attempt(script)
        if (outcome !is Refused || !outcome.crashed) return outcome
        // The compiler shows every script of a compilation the declarations of all others, then fails without a place
        // where one uses what it has not imported. Alone with its own imports, that script gets a proper diagnostic.
        val alone = script.imported.map(::attempt).filterIsInstance<Refused>().filterNot { it.crashed }
        return Refused(alone.flatMap { it.errors }.distinct().ifEmpty { outcome.errors })
    }

    private fun attempt(script: Script): Outcome {
        val codes = codes(script.all)
        // One at a time: the compiler's application environment is static.
        val result =
            synchronized(LOCK) {
                ScriptJvmK2CompilerIsolated(HOST).compile(codes.getValue(script), configuration(codes))
            }
        val reports = result.reports.filter { it.severity >= ScriptDiagnostic.Severity.WARNING }
        val crash = reports.firstOrNull { it.exception != null }
        if (crash != null) {
            val message = "the Kotlin compiler failed: ${crash.message.lineSequence().first()}"
            return Refused(listOf(Diagnostic(script.source, 0, 0, 0, message)), crashed = true)
        }
        val diagnostics = reports.map { it.toDiagnostic(script) }.tidy()
        val compiled = result.valueOrNull() as? KJvmCompiledScript ?: return Refused(diagnostics.filter { !it.warning })
        val module = compiled.getCompiledModule() as KJvmCompiledModuleInMemory
        val classes = module.compilerOutputFiles.filterKeys { it.endsWith(".class") }
        val places = compiled.names()
        val names = script.all.map { places.getValue(it.source.path.toString()) }
        val compilation = Compilation(names, classes, diagnostics)
        return compilation.redeclared(script).ifEmpty { null }?.let(::Refused) ?: compilation
    }

    internal fun configuration(codes: Map<Script, Code> = emptyMap()) = ScriptCompilationConfiguration {
        fileExtension(SCRIPT_EXTENSION.drop(1))
        baseClass(Any::class)
        defaultImports(this@K2.defaultImports + Import::class.java.name)
        jvm {
            updateClasspath(classPath.entries.map { it.toFile() })
            jvmTarget("17")
        }
        refineConfiguration { onAnnotations(Import::class) { it.withImports(codes) } }
    }

    /**
     * Imports of imports as well: the compiler resolves what they declare, and then fails to generate the code, where a
     * script is not given them.
     */
    private fun ScriptConfigurationRefinementContext.withImports(
        codes: Map<Script, Code>
    ): ResultWithDiagnostics<ScriptCompilationConfiguration> {
        val script = (script as Code).script
        val annotations = collectedData?.get(ScriptCollectedData.collectedAnnotations).orEmpty()
        val named = annotations.flatMap { (it.annotation as? Import)?.paths.orEmpty().asList() }
        if (named != script.named) {
            val text = "these imports cannot be read: name each in plain quotes, by @file:Import(...)"
            return makeFailureResult(
                text,
                script.source.path.toString(),
                annotations.firstOrNull()?.location?.locationInText,
            )
        }
        return ScriptCompilationConfiguration(compilationConfiguration) {
                importScripts(script.imported.map(codes::getValue))
            }
            .asSuccess()
    }

    private fun KJvmCompiledScript.names(): Map<String?, String> =
        otherScripts.fold(mapOf(sourceLocationId to scriptClassFQName)) { names, other: Compiled ->
            names + (other as KJvmCompiledScript).names()
        }

    private companion object {
        val LOCK = Any()

        /** Annotations are looked up in our own class loader; the thread's may be another. */
        val HOST =
            ScriptingHostConfiguration(defaultJvmScriptingHostConfiguration) {
                jvm { baseClassLoader(K2::class.java.classLoader) }
            }
    }
}

/** The text of a script under the name that its class is called after. */
internal class Code(val script: Script, override val name: String) : SourceCode {
    override val text = script.source.text
    override val locationId = script.source.path.toString()
}

/**
 * Classes take the names of the files, without directories and blanks: where these are equal, numbers tell them apart.
 */
private fun codes(scripts: List<Script>): Map<Script, Code> {
    val taken = HashSet<String>()
    return scripts.withIndex().associate { (index, script) ->
        val stem = script.source.path.fileName.toString().removeSuffix(SCRIPT_EXTENSION)
        val free = taken.add(stem.lowercase().replace(Regex("\\W"), "_"))
        script to Code(script, if (free) "$stem$SCRIPT_EXTENSION" else "${stem}_import$index$SCRIPT_EXTENSION")
    }
}

private fun ScriptDiagnostic.toDiagnostic(main: Script): Diagnostic {
    val warning = severity == ScriptDiagnostic.Severity.WARNING
    val source = main.all.map { it.source }.firstOrNull { it.path.toString() == sourcePath } ?: main.source
    val start = location?.start ?: return Diagnostic(source, 0, 0, 0, message, warning)
    val end = location?.end?.takeIf { it.line == start.line }?.col ?: Int.MAX_VALUE
    return Diagnostic(source, start.line, start.col, end - start.col, message, warning)
}
