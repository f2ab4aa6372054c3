package hydrangea.runner.override

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

private fun own(): Experiment = fit(threeModes, OwnActor(3, listOf("x")), meanFlowMatching())

class TreeTest :
    FunSpec({
        test("members of a study are reached by name") {
            value(::study, "members.gauss.actor.hidden", "members.gauss.actor.hidden=[7]") shouldBe "[7]"
            value(::study, "members.'mean flow'.batch", "members.'mean flow'.batch=7") shouldBe "7"
            val study = resolved(::study, "members.gauss.updates=7").experiment as Study.Spec
            study.members.keys.toList() shouldBe listOf("gauss", "mean flow")
        }
        test("a member that is not there is refused with the nearest, one that refuses by its key") {
            problems(::study, "members.gaus.batch=1", "members.gauss.batch=0") shouldContainExactly
                listOf(
                    "members.gaus.batch=1: members has no gaus; did you mean members.gauss?",
                    "members.gauss.batch=0: batch must be at least 1, was 0 (int, now 256)",
                )
        }
        test("a member can be another experiment, a whole study cannot be said") {
            problems(::study, "members=fit") shouldContainExactly
                listOf("members=fit: cannot be set as a whole, only its components (now {gauss, mean flow})")
            problems(::study, "members.gauss=fit") shouldContainExactly
                listOf(
                    "members.gauss=fit: fit needs target (target), actor (actor), objective (fit objective): " +
                        "'fit(target=..., actor=..., objective=...)' (now fit)"
                )
        }
        test("settings have their types in the user's words, also lists and maps") {
            val types = resolved(::study).settings.associate { it.key to it.type }
            types["members.gauss"] shouldBe "experiment"
            types["members.gauss.actor.activation"] shouldBe "activation"
            types["members.gauss.target.means"] shouldBe "list of list of double"
            types["members.gauss.measure.0"] shouldBe "measure"
        }
        test("a user's own class is shown and overridden like a record") {
            value(::own, "actor") shouldBe "OwnActor"
            value(::own, "actor.names") shouldBe "[x]"
            value(::own, "actor.width", "actor.width=9") shouldBe "9"
            value(::own, "actor.names", "actor.names.0=y") shouldBe "[y]"
            problems(::own, "actor.widht=9") shouldContainExactly
                listOf("actor.widht=9: actor (OwnActor) has no widht; did you mean actor.width?")
        }
    })
