package hydrangea.runner.catalogue

import hydrangea.runner.doc.Docs
import hydrangea.runner.override.GaussianMixture
import hydrangea.runner.override.docs
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe

private val catalogue =
    Catalogue(Class.forName("hydrangea.runner.override.SampleDsl")) { returned, built ->
        when {
            returned.typeName.endsWith(".FlowActor>") -> Abilities(offers = listOf("samples", "a density"))
            built is GaussianMixture.Spec -> Abilities(needs = listOf("patience"))
            else -> Abilities()
        }
    }

private val listing = Listing(catalogue, docs)

private fun text(kind: String, width: Int? = null, listing: Listing = hydrangea.runner.catalogue.listing) =
    listing.entries(kind).joinToString("") { it.text(width) }

class ListingTest :
    FunSpec({
        test("an entry has what it is, what it offers, parameters, types, defaults and their meaning") {
            text("actors") shouldBe
                """
                |  flow
                |    Couplings, one after another
                |    offers samples, a density
                |    layers  int          4
                |    hidden  list of int  [64]
                |  gaussian
                |    hidden      list of int                  [256, 256]
                |    activation  one of relu, gelu, softPlus  relu
                |    lastScale   double                       1.0
                |  meanFlow
                |    hidden     list of int  required  widths of the hidden layers
                |    targetStd  double       0.0       of an action about its mean; 0 for none
                |"""
                    .trimMargin()
        }
        test("a preset stands behind its base; a default that shows in no component is told as it is written") {
            text("targets") shouldBe
                """
                |  gaussianMixture
                |    needs patience
                |    means    list of list of double  required
                |    std      double                  0.02
                |    weights  list of double          means.map { 1.0 }
                |    source: Pearson 1894, https://arxiv.org/abs/1234.56789.
                |  pair, a gaussianMixture
                |    A preset of `gaussianMixture`
                |    needs patience
                |    distance  double  1.0
                |    source: Pearson 1894, https://arxiv.org/abs/1234.56789.
                |"""
                    .trimMargin()
        }
        test("without sources the rest is told") {
            val bare = Listing(catalogue, Docs.NONE)
            text("schedules", listing = bare) shouldBe
                "  constant\n    factor  double  1.0\n  cosine\n    to  double  0.0\n"
            bare.entries("targets").map { it.fields("targets")["source"] } shouldBe listOf(null, null)
        }
        test("kinds have their plural in English") {
            listOf("actor", "regression loss", "family", "features").map(::plural) shouldBe
                listOf("actors", "regression losses", "families", "features")
        }
        test("a meaning ends at the edge of the terminal") {
            text("actors", 54).lines().first { "targetStd" in it } shouldBe
                "    targetStd  double       0.0       of an action ab…"
        }
        test("programs get the same as fields") {
            val (base, preset) = listing.entries("targets").map { it.fields("targets") }
            base["name"] shouldBe "gaussianMixture"
            base["presetOf"] shouldBe null
            preset["presetOf"] shouldBe "gaussianMixture"
            preset["needs"] shouldBe listOf("patience")
            preset["parameters"] shouldBe
                listOf(
                    mapOf(
                        "name" to "distance",
                        "type" to "double",
                        "required" to false,
                        "default" to "1.0",
                        "doc" to "",
                    )
                )
            val parameters = (base["parameters"] as List<*>).map { it as Map<*, *> }
            parameters.map { it["required"] } shouldBe listOf(true, false, false)
            parameters.map { it["default"] } shouldBe listOf(null, "0.02", "means.map { 1.0 }")
        }
        test("names come with a sentence, by kind") {
            listing.kinds.toList() shouldContainExactly
                listOf("actors", "experiments", "fit objectives", "measures", "optimizers", "schedules", "targets")
            listing.names().getValue("targets") shouldContainExactly
                listOf(
                    NamedEntry("gaussianMixture", null, ""),
                    NamedEntry("pair", "gaussianMixture", "A preset of `gaussianMixture`"),
                )
        }
        test("a preset says of what in a line too, with the article that fits") {
            NamedEntry("sacZoo", "sac", "").head shouldBe "sacZoo, a sac"
            NamedEntry("seeds", "axis", "").head shouldBe "seeds, an axis"
            NamedEntry("sac", null, "").head shouldBe "sac"
        }
        test("a kind is meant by its name in one or many, or by its last word") {
            listOf("actors", "actor", "objectives", "objective", "fit objectives", "fitObjectives", "fit-objective")
                .associateWith { listing.kinds(it).single() } shouldContainExactly
                mapOf(
                    "actors" to "actors",
                    "actor" to "actors",
                    "objectives" to "fit objectives",
                    "objective" to "fit objectives",
                    "fit objectives" to "fit objectives",
                    "fitObjectives" to "fit objectives",
                    "fit-objective" to "fit objectives",
                )
            listOf("s", "actr", "", "flow").flatMap(listing::kinds) shouldBe emptyList()
        }
    })
