package hydrangea.runner.override

/** Command lines about adding, removing, appending. */
internal val VERB_LINES: List<CommandLine> =
    topic(::study) {
        "+members.extra='fit(target=pair, actor=flow, objective=reverseKl)'" shows ("members.extra.actor.layers" to "4")
        "++members.extra='fit(target=pair, actor=flow, objective=reverseKl)' ; members.extra.batch=7" shows
            ("members.extra.batch" to "7")
        "+members.gauss=fit" refused
            "+members.gauss=fit: members.gauss exists already: write members.gauss=fit (now fit)"
        "~members.gauss" shows ("members.'mean flow'.batch" to "256")
        "~members.gaus" refused "~members.gaus: members has no gaus; did you mean members.gauss?"
        "~members.gauss ; members.gauss.batch=3" refused
            "~members.gauss, members.gauss.batch=3: members.gauss is changed and removed"
        "~members" refused
            "~members: members cannot be removed, it needs a value: write " + "members=VALUE (now {gauss, mean flow})"
    } +
        topic {
            "+measure.2=modes(every=3)" shows ("measure.2.every" to "3")
            "+measure.3=modes" refused "+measure.3=modes: measure is a list of 2, with indices 0 to 1; the next is 2"
            "+measure.3=modes(every=3) ; +measure.2=wasserstein" shows ("measure.3.every" to "3")
            "+measure.0=modes" refused "+measure.0=modes: measure.0 exists already: write measure.0=modes (now modes)"
            "++measure.0=wasserstein" shows ("measure.0" to "wasserstein")
            "++measure.2=wasserstein" shows ("measure.2" to "wasserstein")
            "~measure.0" shows ("measure.0" to "wasserstein")
            "~measure.0 ; measure.1.samples=5" shows ("measure.0.samples" to "5")
            "~measure.0 ; ~measure.1" shows ("measure" to "[]")
            "~measure.2" refused "~measure.2: measure is a list of 2, with indices 0 to 1"
            "~measure.0=modes" shows ("measure.0" to "wasserstein")
            "~measure.0=wasserstein" refused "~measure.0=wasserstein: there is another value (now modes)"
            "~actor.hidden.0=256" shows ("actor.hidden" to "[256]")
            "~actor.hidden.0=8" refused "~actor.hidden.0=8: there is another value (now 256)"
            "~actor.hidden" refused
                "~actor.hidden: actor.hidden cannot be removed, it needs a value: " +
                    "write actor.hidden=VALUE (now [256, 256])"
            "~updates" refused "~updates: updates cannot be removed, it needs a value: write updates=VALUE (now 2000)"
            "+updates=3" refused "+updates=3: updates exists already: write updates=3 (now 2000)"
            "++updates=3" shows ("updates" to "3")
            "+actor.hidden=[3]" refused
                "+actor.hidden=[3]: actor.hidden exists already: write actor.hidden=[3], or " +
                    "actor.hidden+=[VALUE] to append (now [256, 256])"
            "+nothing=3" refused
                "+nothing=3: nothing is not a component of fit; there are target, actor, objective, optimizer, " +
                    "updates, batch, measure, note, seed"
            "++actor.depth=3" refused
                "++actor.depth=3: actor (gaussian) has no depth; it has hidden, activation, lastScale"
            "+updates" stumbles (8 to "no value: write updates=VALUE")
            "+++seed=4" stumbles (2 to "a key is made of names and indices, anything else in quotes, with dots between")
            "~~seed" stumbles (1 to "a key is made of names and indices, anything else in quotes, with dots between")
            "measure+=[modes(every=7)]" shows ("measure.2.every" to "7")
            "measure=[modes] ; measure+=[wasserstein(samples=3)]" shows ("measure.1.samples" to "3")
            "measure+=[modes] ; measure+=[wasserstein]" shows ("measure.3" to "wasserstein")
            "actor.hidden+=[64]" shows ("actor.hidden" to "[256, 256, 64]")
            "actor.hidden+=64" refused
                "actor.hidden+=64: only a list can be appended: write actor.hidden+=[64] (now [256, 256])"
            "actor.hidden+=[x]" refused "actor.hidden+=[x]: expected int, was x (now [256, 256])"
            "updates+=[3]" refused "updates+=[3]: only to a list can be appended, which updates is not (now 2000)"
            "target.means.0+=[1]" shows ("target.means" to "[[0.0, 0.5, 1.0], [-0.5, -0.5], [0.5, -0.5]]")
            "+actor.hidden+=[3]" stumbles
                (13 to "a key is made of names and indices, anything else in quotes, with dots between")
        } +
        topic({ Toy().result }) {
            "widths+=[8]" shows ("actor.hidden" to "[128, 128, 8]")
            "~widths.0" shows ("actor.hidden" to "[128]")
            "+targetStd=3" refused "+targetStd=3: targetStd exists already: write targetStd=3 (now 0.01)"
        }
