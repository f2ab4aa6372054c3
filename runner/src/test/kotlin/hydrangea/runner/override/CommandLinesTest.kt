package hydrangea.runner.override

import io.kotest.core.spec.style.FunSpec

/** Every row of the grammar, as command lines against values or exact messages. */
class CommandLinesTest :
    FunSpec({
        hold("numbers, truths and null", SCALAR_LINES)
        hold("texts", TEXT_LINES)
        hold("keys", KEY_LINES)
        hold("lists and dictionaries", COLLECTION_LINES)
        hold("adding, removing, appending", VERB_LINES)
        hold("functions and calls", FUNCTION_LINES)
        hold("sweeps", SWEEP_LINES)
        hold("interpolations", INTERPOLATION_LINES)
        hold("shells", SHELL_LINES)
    })
