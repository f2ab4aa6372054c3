package hydrangea.runner

import hydrangea.dsl.script.DEFAULT_IMPORTS
import hydrangea.models.training.Experiment
import hydrangea.models.training.Training
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Listing
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.completion.Rows
import hydrangea.runner.completion.Schemas
import hydrangea.runner.doc.Docs
import hydrangea.runner.doc.aboutScript
import hydrangea.runner.doc.ownSource
import hydrangea.runner.override.Resolved
import hydrangea.runner.override.Resolver
import hydrangea.runner.override.spoken
import hydrangea.runner.script.CompiledScript
import hydrangea.runner.script.SCRIPT_EXTENSION
import hydrangea.runner.script.ScriptHost
import hydrangea.runner.sweep.Plan
import hydrangea.runner.sweep.PlannedJob
import hydrangea.runner.sweep.Planner
import hydrangea.runner.sweep.Sweeping
import java.nio.file.Path
import java.time.Instant
import kotlin.io.path.exists
import kotlin.io.path.invariantSeparatorsPathString
import kotlin.io.path.isDirectory
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.relativeTo
import kotlin.io.path.walk

/** An experiment as a script and the words about it make it. */
class Loaded(val name: String, val script: CompiledScript, val resolved: Resolved<Experiment>)

/** A sweep as a script and the words about it make it. */
class PlannedSweep(val name: String, val script: CompiledScript, val plan: Plan) {
    /** What old runs among the configurations do not explain. */
    val warnings: List<String> = plan.jobs.flatMap { it.resolved.warnings }.distinct()

    /** One of its jobs as a run of its own. */
    fun loaded(job: PlannedJob) = Loaded(name, script, job.resolved)
}

/** The training; what its parts refuse when they are built together is the user's to mend. */
fun Experiment.built(): Training =
    try {
        onThisMachine { start() }
    } catch (e: IllegalArgumentException) {
        throw UsageError(e.message ?: e.toString())
    }

/** What [action] comes to; an environment that this machine does not have says what is missing. */
internal fun <T> onThisMachine(action: () -> T): T =
    try {
        action()
    } catch (e: UnsupportedOperationException) {
        throw UsageError(e.message ?: throw e) // a collection that refuses has no words
    }

/**
 * Where Hydrangea lies: its scripts, its catalogue, its cache of compiled scripts.
 *
 * @param jvm the options of a JVM for the compiler; without them it works in this process
 * @param settingsFile the settings of this machine
 */
class Project(val home: Path, jvm: List<String>? = null, settingsFile: Path = home.resolve(Settings.FILE)) {
    private val experiments = home.resolve("experiments")
    private val host = ScriptHost(DEFAULT_IMPORTS, home.resolve("target/scripts"), CapabilityHints, jvm)
    private val schemas = Schemas(home.resolve("target/scripts/schemas"))

    val catalogue = Catalogue(Class.forName("hydrangea.dsl.Dsl"), ::abilities)

    /** How things are done on this machine. */
    val settings: Settings by lazy { readSettings(settingsFile, System::getenv) }

    /** The experiment of [script] under [overrides] over [configs]; a [UsageError] says all that is wrong with them. */
    fun load(script: String, overrides: List<String>, configs: List<Path>): Loaded {
        val path = find(script)
        val compiled = compile(path, configs)
        val resolved = resolver(compiled).resolve(overrides, configs, compiled::experiment)
        return Loaded(nameOf(path), compiled, resolved)
    }

    /** The jobs of a sweep over [script]; a [UsageError] says all that is wrong with any of them. */
    fun plan(script: String, words: List<String>, configs: List<Path>, sweeping: Sweeping): PlannedSweep {
        val problems = mutableListOf<String>()
        val said = spoken(words, problems).map { it.text }
        if (problems.isNotEmpty()) throw UsageError(problems)
        val path = find(script)
        val compiled = compile(path, configs)
        val planner = Planner(catalogue, resolver(compiled), configs, compiled::experiment)
        return PlannedSweep(nameOf(path), compiled, planner.plan(said, sweeping))
    }

    private fun compile(path: Path, configs: List<Path>): CompiledScript {
        val began = Instant.now()
        val compiled = host.compile(path)
        // A run's copy of a script, which comes with its configuration, is nobody's to type.
        if (configs.isEmpty()) keepSchema(compiled, began)
        return compiled
    }

    private fun resolver(script: CompiledScript) = Resolver(catalogue, docs = docs(script), scriptOf = script::fileOf)

    private fun docs(script: CompiledScript) = Docs { script.textOf(it) ?: ownSource(it) }

    /** Lets shells complete what [script] takes, as it is when nothing is said. */
    private fun keepSchema(script: CompiledScript, began: Instant) =
        schemas.keep(script, began) {
            Rows(catalogue, docs(script)).of(resolver(script).resolve(listOf(), script = script::experiment))
        }

    /** The catalogue for people. */
    fun listing(): Listing = Listing(catalogue, Docs(::ownSource))

    /** The first sentence of a script about itself. */
    fun about(script: String): String = aboutScript(find(script).readText())

    /** Loads every script under `experiments/` that can be, so that it is compiled and a shell knows what it takes. */
    fun loadAll() {
        for (script in scripts()) {
            try {
                load(script, listOf(), listOf())
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
        /**
         * The launcher says where it stands and how it starts a JVM; without one, here, and it is not known. Tests say
         * where settings are too, as those of whoever runs them are not theirs.
         */
        fun ofThisProcess(): Project {
            val home = Path.of(System.getProperty("hydrangea.home", "")).toAbsolutePath().normalize()
            val settings = System.getProperty("hydrangea.settings")?.let(Path::of) ?: home.resolve(Settings.FILE)
            return Project(home, System.getProperty("hydrangea.options")?.let { listOf("@$it") }, settings)
        }
    }
}

private fun CompiledScript.experiment() = evaluate(Experiment::class.java, "an experiment, such as fit(...)")
