package hydrangea.runner.override

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

/** An override, a key and the value that it then has. */
private data class Accepted(val said: List<String>, val key: String, val value: String)

private infix fun String.gives(pair: Pair<String, String>) = Accepted(split("  "), pair.first, pair.second)

/** Overrides and the messages they are refused with. */
private infix fun String.refused(messages: List<String>) = split("  ") to messages

private infix fun String.refused(message: String) = this refused listOf(message)

private val accepted =
    listOf(
        "updates=10" gives ("updates" to "10"),
        "updates=1e5" gives ("updates" to "100000"),
        "updates=1_000" gives ("updates" to "1000"),
        "seed=3000000000" gives ("seed" to "3000000000"),
        "optimizer.learningRate=3e-4" gives ("optimizer.learningRate" to "3e-4"),
        "optimizer.learningRate=1" gives ("optimizer.learningRate" to "1.0"),
        "optimizer.clipNorm=inf" gives ("optimizer.clipNorm" to "inf"),
        "optimizer.clipNorm=NaN" gives ("optimizer.clipNorm" to "nan"),
        "actor.hidden=[64,32]" gives ("actor.hidden" to "[64, 32]"),
        "actor.hidden=[]" gives ("actor.hidden" to "[]"),
        "actor.hidden.1=8" gives ("actor.hidden" to "[256, 8]"),
        "actor.activation=GELU" gives ("actor.activation" to "gelu"),
        "actor.activation=softplus" gives ("actor.activation" to "softPlus"),
        "actor.activation=soft_plus" gives ("actor.activation" to "softPlus"),
        "target.means.0=[0,1]" gives ("target.means" to "[[0.0, 1.0], [-0.5, -0.5], [0.5, -0.5]]"),
        "target.means.0.1=1" gives ("target.means" to "[[0.0, 1.0], [-0.5, -0.5], [0.5, -0.5]]"),
        "target.means=[[0,0]]  target.weights=[1]" gives ("target.weights" to "[1.0]"),
        "target=pair" gives ("target.means" to "[[0.0, 0.0], [1.0, 0.0]]"),
        "target='pair(distance=2)'" gives ("target.means" to "[[0.0, 0.0], [2.0, 0.0]]"),
        "actor=flow" gives ("actor" to "flow"),
        "actor=flow" gives ("actor.layers" to "4"),
        "actor=flow(layers=8)" gives ("actor.layers" to "8"),
        "actor='flow(layers=8)'" gives ("actor.layers" to "8"),
        "actor=flow(8, [1, 2])" gives ("actor.hidden" to "[1, 2]"),
        "actor.layers=3  actor=flow" gives ("actor.layers" to "3"),
        "optimizer=adam(schedule=cosine(to=0.5), learningRate=1)" gives ("optimizer.schedule.to" to "0.5"),
        "optimizer.schedule.to=0.1" gives ("optimizer.schedule.to" to "0.1"),
        "measure.1.exact=FALSE" gives ("measure.1.exact" to "false"),
        "measure=[wasserstein]" gives ("measure.0" to "wasserstein"),
        "measure=[modes(every=5), wasserstein(exact=false)]" gives ("measure.0.every" to "5"),
        "measure=[]" gives ("measure" to "[]"),
        "note=first try" gives ("note" to "'first try'"),
        "note=" gives ("note" to "''"),
        "note='a,b'" gives ("note" to "'a,b'"),
        "note=\"it's\"" gives ("note" to "'it\\'s'"),
        "note=5" gives ("note" to "'5'"),
    )

private val refused =
    listOf(
        "hiden=3" refused "hiden=3: hiden is not a component of fit; did you mean actor.hidden?",
        "learningRate=1" refused
            "learningRate=1: learningRate is not a component of fit; did you mean optimizer.learningRate?",
        "optimiser.learningRate=1" refused
            "optimiser.learningRate=1: optimiser is not a component of fit; did you mean optimizer.learningRate?",
        "zzzzzz=1" refused
            "zzzzzz=1: zzzzzz is not a component of fit; " +
                "there are target, actor, objective, optimizer, updates, batch, measure, note, seed",
        "updates=-5" refused "updates=-5: updates must be at least 1, was -5 (int, now 2000)",
        "batch=0" refused "batch=0: batch must be at least 1, was 0 (int, now 256)",
        "updates=-5  batch=0" refused
            listOf(
                "updates=-5: updates must be at least 1, was -5 (int, now 2000)",
                "batch=0: batch must be at least 1, was 0 (int, now 256)",
            ),
        "updates=1.5" refused "updates=1.5: expected int, was 1.5 (now 2000)",
        "updates=3e9" refused "updates=3e9: 3e9 is outside of int, which ends at 2147483647 (now 2000)",
        "updates=-3000000000" refused
            "updates=-3000000000: -3000000000 is outside of int, which ends at -2147483648 (now 2000)",
        "updates=inf" refused "updates=inf: expected int, was inf (now 2000)",
        "updates=null" refused "updates=null: expected int, was null (now 2000)",
        "updates=" refused
            "updates=: expected int, was nothing: a shell makes that of \${...} outside of single quotes (now 2000)",
        "updates.0=1" refused "updates.0=1: updates has no components",
        "optimizer.learningRate=nan" refused
            "optimizer.learningRate=nan: learningRate must be positive, was NaN (double, now 0.001)",
        "optimizer.learningRate=fast" refused "optimizer.learningRate=fast: expected double, was fast (now 0.001)",
        "optimizer.learningrate=1" refused
            "optimizer.learningrate=1: optimizer (adam) has no learningrate; did you mean optimizer.learningRate?",
        "optimizer.schedule.from=1" refused
            "optimizer.schedule.from=1: optimizer.schedule (cosine) has no from; it has to",
        "actor.hidden=abc" refused "actor.hidden=abc: expected list of int, was abc (now [256, 256])",
        "actor.hidden=64" refused "actor.hidden=64: expected list of int, was 64; write [64] (now [256, 256])",
        "actor.hidden=[64,x]" refused "actor.hidden=[64,x]: expected int, was x (now [256, 256])",
        "actor.hidden=null" refused "actor.hidden=null: expected list of int, was null (now [256, 256])",
        "actor.hidden.2=1" refused "actor.hidden.2=1: actor.hidden is a list of 2, with indices 0 to 1",
        "actor.hidden.first=1" refused "actor.hidden.first=1: actor.hidden is a list of 2, with indices 0 to 1",
        "measure.0.samples=1" refused
            "measure.0.samples=1: measure.0 (modes) has no samples; it has every; measure.0=wasserstein has one",
        "measure.1.exact=1" refused "measure.1.exact=1: expected boolean, was 1 (now true)",
        "actor.activation=rellu" refused
            "actor.activation=rellu: expected one of relu, gelu, softPlus, was rellu; did you mean relu? (now relu)",
        "actor.layers=3" refused
            "actor.layers=3: actor (gaussian) has no layers; it has hidden, activation, lastScale; actor=flow has one",
        "actor=fow" refused
            "actor=fow: no actor is called fow, there are flow, gaussian, meanFlow; did you mean flow? (now gaussian)",
        "actor=fow  actor.layers=3" refused
            "actor=fow: no actor is called fow, there are flow, gaussian, meanFlow; did you mean flow? (now gaussian)",
        "actor=3" refused "actor=3: expected actor, was 3 (now gaussian)",
        "actor=flow(layer=8)" refused "actor=flow(layer=8): flow has no layer; did you mean layers? (now gaussian)",
        "actor=flow(layers=x)" refused "actor=flow(layers=x): layers of flow: expected int, was x (now gaussian)",
        "actor=flow(layers=0)" refused "actor=flow(layers=0): layers must be positive, was 0 (now gaussian)",
        "actor=flow(1, [1], 3)" refused "actor=flow(1, [1], 3): flow takes 2 arguments: layers, hidden (now gaussian)",
        "actor=flow(1, layers=1)" refused "actor=flow(1, layers=1): an argument of flow is given twice (now gaussian)",
        "actor=meanFlow" refused
            "actor=meanFlow: meanFlow needs hidden (list of int): 'meanFlow(hidden=...)' (now gaussian)",
        "actor=meanFlow(hidden=[8])" refused
            "actor=meanFlow(hidden=[8]): reverseKl needs an exact density, which meanFlow does not offer " +
                "(actor, now gaussian)",
        "target.weights=[1,1]" refused
            "target.weights=[1,1]: 3 means need as many weights, were [1.0, 1.0] " +
                "(list of double, now [1.4, 1.2, 1.0])",
        "target.weights=[1,1]  target.means=[[0,0]]" refused
            "target.weights=[1,1], target.means=[[0,0]]: 1 means need as many weights, were [1.0, 1.0]",
        "target.std=-1  target.means=[[0,0]]  target.weights=[1]" refused
            "target.std=-1: std must be positive, was -1.0 (double, now 0.02)",
        "seed=1  batch=3  seed=2" refused "seed=1, seed=2: seed is said twice",
        "seed=range(5)" refused "seed=range(5): this is a sweep over several runs: add -m",
        "hiden=3  updates=-5  actor=fow" refused
            listOf(
                "hiden=3: hiden is not a component of fit; did you mean actor.hidden?",
                "updates=-5: updates must be at least 1, was -5 (int, now 2000)",
                "actor=fow: no actor is called fow, there are flow, gaussian, meanFlow; did you mean flow? (now gaussian)",
            ),
    )

class ResolverTest :
    FunSpec({
        accepted.forEach { (said, key, wanted) ->
            test("${said.joinToString(" ")} makes $key $wanted") {
                value(::plain, key, *said.toTypedArray()) shouldBe wanted
            }
        }
        refused.forEach { (said, messages) ->
            test("${said.joinToString(" ")} is refused") {
                problems(::plain, *said.toTypedArray()) shouldContainExactly messages
            }
        }
        test("what is not touched stays the same object") {
            val before = plain() as Fit.Spec
            val after = resolved({ before as Experiment }, "optimizer.learningRate=1").experiment as Fit.Spec
            (after.target === before.target) shouldBe true
            (after.actor === before.actor) shouldBe true
            after.optimizer shouldBe adam(learningRate = 1.0, schedule = cosine())
        }
        test("without overrides the experiment is the script's") {
            val experiment = plain()
            (resolved({ experiment }).experiment === experiment) shouldBe true
        }
    })
