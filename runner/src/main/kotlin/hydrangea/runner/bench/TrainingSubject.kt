package hydrangea.runner.bench

import hydrangea.models.nn.MatrixProducts
import hydrangea.models.training.Experiment
import hydrangea.runner.Deaf
import hydrangea.runner.run.fingerprint

/** The updates of a training, over the matrix products of its [networks]. */
internal class TrainingSubject(experiment: Experiment, batch: Int, networks: List<MatrixProducts.Task>) : Subject {
    private val training = experiment.start()
    private val products by lazy { MatrixProducts(batch, networks) }

    override fun update() = training.advance(Deaf)

    override fun floor() = products.run()

    override fun fingerprint() = fingerprint(training)

    override fun close() {
        training.close()
        products.close()
    }
}
