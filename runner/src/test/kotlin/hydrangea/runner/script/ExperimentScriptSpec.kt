package hydrangea.runner.script

import hydrangea.dsl.script.DEFAULT_IMPORTS
import hydrangea.dsl.script.ExperimentScript
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.writeText
import kotlin.script.experimental.api.KotlinType
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.ScriptDiagnostic.Severity.WARNING
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.api.fileExtension
import kotlin.script.experimental.host.ScriptingHostConfiguration
import kotlin.script.experimental.host.createCompilationConfigurationFromTemplate
import kotlin.script.experimental.host.toScriptSource
import kotlin.script.experimental.jvm.baseClassLoader
import kotlin.script.experimental.jvm.defaultJvmScriptingHostConfiguration
import kotlin.script.experimental.jvm.jvm
import kotlin.script.experimental.jvm.jvmTarget
import org.jetbrains.kotlin.scripting.compiler.plugin.impl.ScriptJvmK2CompilerIsolated

private const val TEMPLATES = "META-INF/kotlin/script/templates/"

private val LOADER = ExperimentScriptSpec::class.java.classLoader

private val HOST = ScriptingHostConfiguration(defaultJvmScriptingHostConfiguration) { jvm { baseClassLoader(LOADER) } }

/** What an editor makes of the template. */
private val TEMPLATE =
    createCompilationConfigurationFromTemplate(KotlinType(ExperimentScript::class), HOST, ExperimentScriptSpec::class)

private fun complaints(script: Path) =
    ScriptJvmK2CompilerIsolated(HOST)
        .compile(script.toFile().toScriptSource(), TEMPLATE)
        .reports
        .filter { it.severity >= WARNING }
        .map { it.render() }

class ExperimentScriptSpec :
    FunSpec({
        test("editors find the template by its name") {
            LOADER.getResource("$TEMPLATES${ExperimentScript::class.java.name}.classname").shouldNotBeNull()
        }

        test("an editor understands a script as the host does") {
            fun facts(configuration: ScriptCompilationConfiguration) =
                listOf(
                    configuration[ScriptCompilationConfiguration.fileExtension],
                    configuration[ScriptCompilationConfiguration.defaultImports]?.toSet(),
                    configuration[ScriptCompilationConfiguration.jvm.jvmTarget],
                )
            facts(TEMPLATE) shouldBe facts(K2(DEFAULT_IMPORTS, ClassPath.ofThisProcess()).configuration())
        }

        for (script in listOf("mean_flow", "compare", "own_target")) {
            test("toy/$script compiles under the template, its imports too") {
                complaints(Path.of("..", "experiments", "toy", "$script.exp.kts")).shouldBeEmpty()
            }
        }

        test("what does not compile has its place") {
            val script = Workspace().directory.resolve("wrong.exp.kts").apply { writeText("val a = 3\nfitt(a)\n") }
            complaints(script).single().lines().first() shouldBe
                "ERROR Unresolved reference 'fitt'. (wrong.exp.kts:2:1)"
        }
    })
