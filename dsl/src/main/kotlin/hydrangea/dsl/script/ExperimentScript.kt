package hydrangea.dsl.script

import java.io.File
import kotlin.script.experimental.annotations.KotlinScript
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.ScriptAcceptedLocation
import kotlin.script.experimental.api.ScriptCollectedData
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.ScriptConfigurationRefinementContext
import kotlin.script.experimental.api.acceptedLocations
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.collectedAnnotations
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.api.ide
import kotlin.script.experimental.api.importScripts
import kotlin.script.experimental.api.refineConfiguration
import kotlin.script.experimental.host.toScriptSource
import kotlin.script.experimental.jvm.dependenciesFromClassContext
import kotlin.script.experimental.jvm.jvm
import kotlin.script.experimental.jvm.jvmTarget

/**
 * What an `.exp.kts` is to an editor, which finds this class by the file of its name in
 * `META-INF/kotlin/script/templates`. Nothing else uses it: the runner builds its configuration by hand, ten times as
 * fast.
 */
@KotlinScript(
    displayName = "Hydrangea experiment",
    fileExtension = FILE_EXTENSION,
    compilationConfiguration = ExperimentConfiguration::class,
)
abstract class ExperimentScript

/** The configuration of [ExperimentScript]. */
object ExperimentConfiguration :
    ScriptCompilationConfiguration({
        defaultImports(DEFAULT_IMPORTS)
        jvm {
            dependenciesFromClassContext(ExperimentScript::class, wholeClasspath = true)
            jvmTarget("17")
        }
        refineConfiguration { onAnnotations(Import::class) { withImports(it) } }
        ide { acceptedLocations(ScriptAcceptedLocation.Everywhere) }
    }) {
    private fun readResolve(): Any = ExperimentConfiguration
}

private fun withImports(
    context: ScriptConfigurationRefinementContext
): ResultWithDiagnostics<ScriptCompilationConfiguration> {
    val annotations = context.collectedData?.get(ScriptCollectedData.collectedAnnotations).orEmpty()
    val paths = annotations.flatMap { (it.annotation as? Import)?.paths.orEmpty().asList() }
    val script = context.script.locationId?.let(::File)
    return ScriptCompilationConfiguration(context.compilationConfiguration) {
            if (script != null) importScripts.append(paths.map { script.resolveSibling(it).toScriptSource() })
        }
        .asSuccess()
}
