@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.nn.Activation
import hydrangea.models.nn.Initializer
import hydrangea.models.nn.TimeEmbedding

val relu = Activation.RELU
val silu = Activation.SILU
val gelu = Activation.GELU
val geluTanh = Activation.GELU_TANH
val tanh = Activation.TANH
val mish = Activation.MISH

/** Weight and bias uniform within 1/sqrt(inputs): PyTorch's own. */
fun pyTorch(): Initializer = Initializer.PyTorch()

/** Uniform with std = gain / sqrt(inputs), bias 0. */
fun lecunUniform(gain: Double = 1.0): Initializer = Initializer.LecunUniform(gain)

/** Normal with std = gain / sqrt(inputs), bias 0; a last layer with gain 0.01 starts near zero. */
fun lecunNormal(gain: Double = 1.0): Initializer = Initializer.LecunNormal(gain)

/** Uniform with std = gain sqrt(2 / (inputs + outputs)), bias 0. */
fun xavierUniform(gain: Double = 1.0): Initializer = Initializer.XavierUniform(gain)

/** Normal with std = gain sqrt(2 / (inputs + outputs)), bias 0. */
fun xavierNormal(gain: Double = 1.0): Initializer = Initializer.XavierNormal(gain)

/** Uniform with std = sqrt(2 / inputs), bias 0, for ReLU. */
fun kaimingUniform(): Initializer = Initializer.KaimingUniform()

/** Normal with std = sqrt(2 / inputs), bias 0, for ReLU. */
fun kaimingNormal(): Initializer = Initializer.KaimingNormal()

/** Gain times an orthogonal matrix, bias 0. */
fun orthogonal(gain: Double = 1.0): Initializer = Initializer.Orthogonal(gain)

/** The time itself. */
fun raw(): TimeEmbedding = TimeEmbedding.Raw()

/** The time with its sines and cosines at the given frequencies, in radians. */
fun sinusoids(frequencies: List<Double> = listOf(Math.PI / 2, Math.PI, 2 * Math.PI)): TimeEmbedding =
    TimeEmbedding.Sinusoids(frequencies)

/** Sines and cosines at geometric frequencies, as diffusion models take them. */
fun position(size: Int, maxPeriod: Double = 1e4, timeScale: Double = 1000.0): TimeEmbedding =
    TimeEmbedding.Position(size, maxPeriod, timeScale)

/** Sines and cosines at frozen random frequencies, N(0, (2 pi scale)^2). */
fun gaussianFourier(size: Int, scale: Double): TimeEmbedding = TimeEmbedding.GaussianFourier(size, scale)
