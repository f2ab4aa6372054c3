package hydrangea.experiments

import io.kotest.core.spec.style.FunSpec

/** The same at length: `./mvnw verify -Pslow`. */
class KillSlow : FunSpec({ victims(updates = 20_000, times = 10) })
