package hydrangea.dsl.script

/** How the name of a script ends. */
const val FILE_EXTENSION = "exp.kts"

/** What a script sees without an import line, as after `import`. */
val DEFAULT_IMPORTS: List<String> =
    listOf(
        "hydrangea.dsl.*",
        "hydrangea.dsl.script.Import",
        "hydrangea.envs.*",
        "hydrangea.models.*",
        "hydrangea.models.actor.*",
        "hydrangea.models.estimation.*",
        "hydrangea.models.family.*",
        "hydrangea.models.figure.*",
        "hydrangea.models.measure.*",
        "hydrangea.models.objective.*",
        "hydrangea.models.target.*",
        "hydrangea.models.training.*",
        "hydrangea.models.value.*",
    )
