package hydrangea.runner

import com.google.gson.JsonParser
import hydrangea.runner.run.Signals
import java.io.FileOutputStream
import java.io.PrintStream
import java.nio.file.Path

/** Begins a line in which a worker says the exit code of the command line that it was given last. */
internal const val ANSWER = "hydrangea: exit code "

/**
 * The process of a worker, which spares the jobs of a sweep a cold start each: carries out command lines, one after
 * another, as long as any come in. A line is a JSON list: the file that takes what is said, then the words.
 */
fun main() {
    Signals.leaveToParent()
    val answers = System.out
    for (line in System.`in`.bufferedReader().lineSequence()) {
        val (output, words) = JsonParser.parseString(line).asJsonArray.map { it.asString }.let { it[0] to it.drop(1) }
        val code = saidTo(Path.of(output)) { hydrangea(words) }
        answers.println("$ANSWER$code")
    }
}

private fun saidTo(file: Path, action: () -> Int): Int =
    PrintStream(FileOutputStream(file.toFile(), true), true).use { stream ->
        val (out, err) = System.out to System.err
        System.setOut(stream)
        System.setErr(stream)
        try {
            action()
        } finally {
            System.setOut(out)
            System.setErr(err)
        }
    }
