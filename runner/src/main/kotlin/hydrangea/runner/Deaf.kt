package hydrangea.runner

import hydrangea.models.figure.Figure
import hydrangea.models.training.Training
import java.util.function.Supplier

/** Who does not listen to what a training has to tell. */
internal object Deaf : Training.Output {
    override fun metrics(phase: String, step: Long, values: Map<String, Double>) = Unit

    override fun figure(name: String, figure: Figure) = Unit

    override fun figure(name: String, figure: Supplier<Figure>) = Unit
}
