package hydrangea.runner

import hydrangea.models.training.Experiment
import hydrangea.models.training.Training
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Listing
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.doc.Docs
import hydrangea.runner.doc.aboutScript
import hydrangea.runner.doc.ownSource
import hydrangea.runner.override.Resolved
import hydrangea.runner.override.Resolver
import hydrangea.runner.script.CompiledScript
import hydrangea.runner.script.SCRIPT_EXTENSION
import hydrangea.runner.script.ScriptHost
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.invariantSeparatorsPathString
import kotlin.io.path.isDirectory
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.relativeTo
import kotlin.io.path.walk

/** An experiment as a script and the words about it make it. */
class Loaded(val name: String, val script: CompiledScript, val resolved: Resolved<Experiment>)

/** The training; what its parts refuse when they are built together is the user's to mend. */
fun Experiment.built(): Training =
    try {
        start()
    } catch (e: IllegalArgumentException) {
        throw UsageError(e.message ?: e.toString())
    }

/**
 * Where Hydrangea lies: its scripts, its catalogue, its cache of compiled scripts.
 *
 * @param jvm the options of a JVM for the compiler; without them it works in this process
 */
class Project(private val home: Path, jvm: List<String>? = null) {
    private val experiments = home.resolve("experiments")
    private val host = ScriptHost(DEFAULT_IMPORTS, home.resolve("target/scripts"), CapabilityHints, jvm)

    val catalogue = Catalogue(Class.forName("hydrangea.dsl.Dsl"), ::abilities)

    /** How things are done on this machine. */
    val settings: Settings by lazy { readSettings(home, System::getenv) }

    /** The experiment of [script] under [overrides] over [configs]; a [UsageError] says all that is wrong with them. */
    fun load(script: String, overrides: List<String>, configs: List<Path>): Loaded {
        val path = find(script)
        val compiled = host.compile(path)
        val docs = Docs { compiled.sourceOf(it) ?: ownSource(it) }
        val resolver = Resolver(catalogue, docs, compiled::fileOf)
        val resolved =
            resolver.resolve(overrides, configs) {
                compiled.evaluate(Experiment::class.java, "an experiment, such as fit(...)")
            }
        return Loaded(nameOf(path), compiled, resolved)
    }

    /** The catalogue for people. */
    fun listing(): Listing = Listing(catalogue, Docs(::ownSource))

    /** The first sentence of a script about itself. */
    fun about(script: String): String = aboutScript(find(script).readText())

    /** Compiles every script under `experiments/` that compiles, so that its first run need not. */
    fun compileAll() {
        for (script in scripts()) {
            try {
                host.compile(find(script))
            } catch (_: UsageError) {
                continue // whoever names the script is told
            }
        }
    }

    /** The names of the scripts under `experiments/`. */
    fun scripts(): List<String> =
        if (!experiments.isDirectory()) emptyList()
        else experiments.walk().filter { it.name.endsWith(SCRIPT_EXTENSION) }.map(::nameOf).sorted().toList()

    /** A path, or a name under `experiments/` without the extension. */
    private fun find(script: String): Path {
        val path = Path.of(script)
        val named = experiments.resolve(script + SCRIPT_EXTENSION)
        return when {
            path.exists() || script.endsWith(SCRIPT_EXTENSION) -> path
            named.exists() -> named
            else -> throw UsageError("there is no script $script" + didYouMean(script, scripts()))
        }
    }

    private fun nameOf(path: Path): String {
        val file = path.toAbsolutePath().normalize()
        val place = if (file.startsWith(experiments)) file.relativeTo(experiments) else file.fileName
        return place.invariantSeparatorsPathString.removeSuffix(SCRIPT_EXTENSION)
    }

    companion object {
        /** The launcher says where it stands and how it starts a JVM; without one, here, and it is not known. */
        fun ofThisProcess(): Project {
            val home = Path.of(System.getProperty("hydrangea.home", "")).toAbsolutePath().normalize()
            return Project(home, System.getProperty("hydrangea.options")?.let { listOf("@$it") })
        }

        private val DEFAULT_IMPORTS =
            listOf(
                "hydrangea.dsl.*",
                "hydrangea.models.*",
                "hydrangea.models.actor.*",
                "hydrangea.models.figure.*",
                "hydrangea.models.measure.*",
                "hydrangea.models.objective.*",
                "hydrangea.models.target.*",
                "hydrangea.models.training.*",
                "hydrangea.runner.script.Import",
            )
    }
}
